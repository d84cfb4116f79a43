package io.confluent.ksql.function.builtin.aggregate;

import io.confluent.ksql.function.udaf.TableUdaf;
import io.confluent.ksql.function.udaf.UdafDescription;
import io.confluent.ksql.function.udaf.UdafFactory;
import java.util.List;

/** The SQL aggregate function {@code COLLECT_LIST}. */
@UdafDescription(
    name = "collect_list",
    description =
        "All values of the group in the order of their arrival, NULLs too. The setting"
            + " ksql.functions.collect_list.limit bounds their number.")
public final class CollectList {
  private CollectList() {}

  @UdafFactory(description = "Collects values of any type.")
  public static <T> TableUdaf<T, List<T>, List<T>> collect() {
    return new Collecting<>();
  }
}
