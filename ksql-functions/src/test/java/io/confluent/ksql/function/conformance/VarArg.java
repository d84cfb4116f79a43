package io.confluent.ksql.function.conformance;

import io.confluent.ksql.function.udaf.Udaf;
import io.confluent.ksql.function.udaf.UdafDescription;
import io.confluent.ksql.function.udaf.UdafFactory;
import io.confluent.ksql.function.udaf.VariadicArgs;
import io.confluent.ksql.util.Pair;

/** Sums numbers and lengths of texts. */
@UdafDescription(name = "var_arg", description = "Sums numbers and lengths of texts.")
public final class VarArg {
  private VarArg() {}

  @UdafFactory(description = "A number and any number of texts.")
  public static Udaf<Pair<Long, VariadicArgs<String>>, Long, Long> create() {
    return new Folding<>(0L, (row, sum) -> sum + Lengths.of(row.left, row.right), Long::sum);
  }
}
