package io.confluent.ksql.function.builtin.aggregate;

import io.confluent.ksql.function.udaf.TableUdaf;
import io.confluent.ksql.function.udaf.UdafDescription;
import io.confluent.ksql.function.udaf.UdafFactory;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.value.StructValue;

/** The SQL aggregate function {@code AVG}. */
@UdafDescription(
    name = "avg",
    description = "The mean of the numbers; NULLs are left out, and 0 is the mean of none.")
public final class Avg {
  private Avg() {}

  @UdafFactory(description = "The mean of whole numbers of 32 bits, whose sum wraps around.")
  public static TableUdaf<Integer, StructValue, Double> averageInteger() {
    return new Averaging<>(
        SqlTypes.INTEGER,
        new Adding<>(0, (sum, value) -> sum + value, (sum, value) -> sum - value));
  }

  @UdafFactory(description = "The mean of whole numbers of 64 bits, whose sum wraps around.")
  public static TableUdaf<Long, StructValue, Double> averageBigint() {
    return new Averaging<>(
        SqlTypes.BIGINT,
        new Adding<>(0L, (sum, value) -> sum + value, (sum, value) -> sum - value));
  }

  @UdafFactory(description = "The mean of floating-point numbers.")
  public static TableUdaf<Double, StructValue, Double> averageDouble() {
    return new Averaging<>(
        SqlTypes.DOUBLE,
        new Adding<>(0.0, (sum, value) -> sum + value, (sum, value) -> sum - value));
  }
}
