package io.confluent.ksql.function.builtin.aggregate;

import io.confluent.ksql.function.udaf.Udaf;
import io.confluent.ksql.function.udaf.UdafDescription;
import io.confluent.ksql.function.udaf.UdafFactory;
import java.util.List;

/** The SQL aggregate function {@code TOPKDISTINCT}. */
@UdafDescription(
    name = "TOPKDISTINCT",
    description = "The k greatest different values in descending order.")
public final class TopKDistinct {
  private TopKDistinct() {}

  @UdafFactory(description = "The k greatest different values.")
  public static <T> Udaf<T, List<T>, List<T>> topValues(int k) {
    return new TopDistinctValues<>(k);
  }
}
