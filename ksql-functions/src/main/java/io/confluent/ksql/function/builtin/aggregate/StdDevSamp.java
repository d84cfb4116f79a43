package io.confluent.ksql.function.builtin.aggregate;

import io.confluent.ksql.function.udaf.TableUdaf;
import io.confluent.ksql.function.udaf.UdafDescription;
import io.confluent.ksql.function.udaf.UdafFactory;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.value.StructValue;

/** The SQL aggregate function {@code STDDEV_SAMP}. */
@UdafDescription(
    name = "STDDEV_SAMP",
    description =
        "The sample variance of the numbers (not its root, which is STDDEV_SAMPLE); 0 for"
            + " fewer than two.")
public final class StdDevSamp {
  private StdDevSamp() {}

  @UdafFactory(description = "Of whole numbers of 32 bits.", aggregateSchema = "STRUCT")
  public static TableUdaf<Integer, StructValue, Double> ofInteger() {
    return new Spread<>(
        SqlTypes.INTEGER,
        new Adding<>(0, (sum, value) -> sum + value, (sum, value) -> sum - value),
        variance -> variance);
  }

  @UdafFactory(description = "Of whole numbers of 64 bits.", aggregateSchema = "STRUCT")
  public static TableUdaf<Long, StructValue, Double> ofLong() {
    return new Spread<>(
        SqlTypes.BIGINT,
        new Adding<>(0L, (sum, value) -> sum + value, (sum, value) -> sum - value),
        variance -> variance);
  }

  @UdafFactory(description = "Of floating-point numbers.", aggregateSchema = "STRUCT")
  public static TableUdaf<Double, StructValue, Double> ofDouble() {
    return new Spread<>(
        SqlTypes.DOUBLE,
        new Adding<>(0.0, (sum, value) -> sum + value, (sum, value) -> sum - value),
        variance -> variance);
  }
}
