package io.confluent.ksql.function.builtin.aggregate;

import io.confluent.ksql.function.udaf.TableUdaf;
import io.confluent.ksql.function.udaf.UdafDescription;
import io.confluent.ksql.function.udaf.UdafFactory;
import java.math.BigDecimal;

/** The SQL aggregate function {@code SUM}. */
@UdafDescription(name = "SUM", description = "The sum of the values; NULLs count as nothing.")
public final class Sum {
  private Sum() {}

  @UdafFactory(description = "Sums whole numbers of 32 bits; the sum wraps around.")
  public static TableUdaf<Integer, Integer, Integer> sumInteger() {
    return new Adding<>(0, (sum, value) -> sum + value, (sum, value) -> sum - value);
  }

  @UdafFactory(description = "Sums whole numbers of 64 bits; the sum wraps around.")
  public static TableUdaf<Long, Long, Long> sumBigint() {
    return new Adding<>(0L, (sum, value) -> sum + value, (sum, value) -> sum - value);
  }

  @UdafFactory(description = "Sums floating-point numbers.")
  public static TableUdaf<Double, Double, Double> sumDouble() {
    return new Adding<>(0.0, (sum, value) -> sum + value, (sum, value) -> sum - value);
  }

  @UdafFactory(description = "Sums decimals; a sum that does not fit into the type is an error.")
  public static TableUdaf<BigDecimal, BigDecimal, BigDecimal> sumDecimal() {
    return new DecimalSum();
  }
}
