package io.confluent.ksql.function.conformance;

import io.confluent.ksql.function.udaf.Udaf;
import io.confluent.ksql.function.udaf.UdafDescription;
import io.confluent.ksql.function.udaf.UdafFactory;
import io.confluent.ksql.util.Pair;
import java.util.Arrays;

/** Sums numbers and lengths of texts from a start that literals make. */
@UdafDescription(
    name = "multi_arg",
    description = "Sums numbers and lengths of texts from a start that literals make.")
public final class MultiArg {
  private MultiArg() {}

  @UdafFactory(description = "A number, a text, and literals.")
  public static Udaf<Pair<Long, String>, Long, Long> create(int start, String... more) {
    return new Folding<>(
        start + Lengths.of(0L, Arrays.asList(more)),
        (row, sum) -> sum + Lengths.of(row.left, Arrays.asList(row.right)),
        Long::sum);
  }
}
