package io.confluent.ksql.function.builtin.aggregate;

import io.confluent.ksql.function.udaf.Udaf;
import io.confluent.ksql.function.udaf.UdafDescription;
import io.confluent.ksql.function.udaf.UdafFactory;
import java.util.List;

/** The SQL aggregate function {@code COUNT_DISTINCT}. */
@UdafDescription(
    name = "COUNT_DISTINCT",
    description =
        "About how many different values the group has, within a percent; NULLs are left out.")
public final class CountDistinct {
  private CountDistinct() {}

  @UdafFactory(description = "Estimates how many different values of any type there are.")
  public static <T> Udaf<T, List<Integer>, Long> countDistinct() {
    return new CountingDistinct<>();
  }
}
