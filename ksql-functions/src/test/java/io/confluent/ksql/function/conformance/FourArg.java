package io.confluent.ksql.function.conformance;

import io.confluent.ksql.function.udaf.Udaf;
import io.confluent.ksql.function.udaf.UdafDescription;
import io.confluent.ksql.function.udaf.UdafFactory;
import io.confluent.ksql.util.Quadruple;
import java.util.Arrays;

/** Sums numbers and lengths of texts from a start that literals make. */
@UdafDescription(
    name = "four_arg",
    description = "Sums numbers and lengths of texts from a start that literals make.")
public final class FourArg {
  private FourArg() {}

  @UdafFactory(description = "A number, three texts, and literals.")
  public static Udaf<Quadruple<Long, String, String, String>, Long, Long> create(
      int start, String... more) {
    return new Folding<>(
        start + Lengths.of(0L, Arrays.asList(more)),
        (row, sum) -> sum + Lengths.of(row.first, Arrays.asList(row.second, row.third, row.fourth)),
        Long::sum);
  }
}
