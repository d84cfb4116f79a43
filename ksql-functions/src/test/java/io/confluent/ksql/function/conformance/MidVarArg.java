package io.confluent.ksql.function.conformance;

import io.confluent.ksql.function.udaf.Udaf;
import io.confluent.ksql.function.udaf.UdafDescription;
import io.confluent.ksql.function.udaf.UdafFactory;
import io.confluent.ksql.function.udaf.VariadicArgs;
import io.confluent.ksql.util.Pair;

/** Sums numbers and lengths of texts, and adds two literals to the result. */
@UdafDescription(
    name = "mid_var_arg",
    description = "Sums numbers and lengths of texts, and adds two literals to the result.")
public final class MidVarArg {
  private MidVarArg() {}

  @UdafFactory(description = "A number, any number of texts, and two literals.")
  public static Udaf<Pair<Long, VariadicArgs<String>>, Long, Long> create(int one, int two) {
    return new Folding<>(0L, (row, sum) -> sum + Lengths.of(row.left, row.right), Long::sum) {
      @Override
      public Long map(Long sum) {
        return sum + one + two;
      }
    };
  }
}
