package io.confluent.ksql.function.builtin.aggregate;

import io.confluent.ksql.function.udaf.TableUdaf;
import io.confluent.ksql.function.udaf.UdafDescription;
import io.confluent.ksql.function.udaf.UdafFactory;
import java.util.List;

/** The SQL aggregate function {@code SUM_LIST}. */
@UdafDescription(
    name = "sum_list",
    description = "The sum of the items of all lists; NULLs count as nothing.")
public final class SumList {
  private SumList() {}

  @UdafFactory(description = "Sums lists of whole numbers of 32 bits; the sum wraps around.")
  public static TableUdaf<List<Integer>, Integer, Integer> sumInteger() {
    return new ListAdding<>(
        new Adding<>(0, (sum, value) -> sum + value, (sum, value) -> sum - value));
  }

  @UdafFactory(description = "Sums lists of whole numbers of 64 bits; the sum wraps around.")
  public static TableUdaf<List<Long>, Long, Long> sumBigint() {
    return new ListAdding<>(
        new Adding<>(0L, (sum, value) -> sum + value, (sum, value) -> sum - value));
  }

  @UdafFactory(description = "Sums lists of floating-point numbers.")
  public static TableUdaf<List<Double>, Double, Double> sumDouble() {
    return new ListAdding<>(
        new Adding<>(0.0, (sum, value) -> sum + value, (sum, value) -> sum - value));
  }
}
