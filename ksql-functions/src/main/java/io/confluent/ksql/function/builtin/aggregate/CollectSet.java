package io.confluent.ksql.function.builtin.aggregate;

import io.confluent.ksql.function.udaf.Udaf;
import io.confluent.ksql.function.udaf.UdafDescription;
import io.confluent.ksql.function.udaf.UdafFactory;
import java.util.List;

/** The SQL aggregate function {@code COLLECT_SET}. */
@UdafDescription(
    name = "collect_set",
    description =
        "The different values of the group in the order of their first arrival. The setting"
            + " ksql.functions.collect_set.limit bounds their number.")
public final class CollectSet {
  private CollectSet() {}

  @UdafFactory(description = "Collects values of any type.")
  public static <T> Udaf<T, List<T>, List<T>> collect() {
    return new CollectingDistinct<>();
  }
}
