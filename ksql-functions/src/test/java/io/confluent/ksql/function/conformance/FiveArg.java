package io.confluent.ksql.function.conformance;

import io.confluent.ksql.function.udaf.Udaf;
import io.confluent.ksql.function.udaf.UdafDescription;
import io.confluent.ksql.function.udaf.UdafFactory;
import io.confluent.ksql.util.Quintuple;
import java.util.Arrays;

/** Sums numbers and lengths of texts from a start that literals make. */
@UdafDescription(
    name = "five_arg",
    description = "Sums numbers and lengths of texts from a start that literals make.")
public final class FiveArg {
  private FiveArg() {}

  @UdafFactory(description = "A number, three texts, a number, and literals.")
  public static Udaf<Quintuple<Long, String, String, String, Integer>, Long, Long> create(
      int start, String... more) {
    return new Folding<>(
        start + Lengths.of(0L, Arrays.asList(more)),
        (row, sum) ->
            sum
                + Lengths.of(row.first, Arrays.asList(row.second, row.third, row.fourth))
                + (row.fifth == null ? 0 : row.fifth),
        Long::sum);
  }
}
