package io.confluent.ksql.function.conformance;

import io.confluent.ksql.function.udaf.Udaf;
import io.confluent.ksql.function.udaf.UdafDescription;
import io.confluent.ksql.function.udaf.UdafFactory;
import io.confluent.ksql.function.udaf.VariadicArgs;
import io.confluent.ksql.util.Triple;
import java.util.ArrayList;
import java.util.List;

/** Collects the first column of rows without NULL. */
@UdafDescription(
    name = "generic_var_arg",
    description = "Collects the first column of rows without NULL.")
public final class GenericVarArg {
  private GenericVarArg() {}

  @UdafFactory(description = "Any columns.")
  public static <A, B, C> Udaf<Triple<A, B, VariadicArgs<C>>, List<A>, List<A>> create() {
    return new Folding<>(
        List.of(),
        (row, all) ->
            row.getLeft() == null
                    || row.getMiddle() == null
                    || row.getRight().stream().anyMatch(value -> value == null)
                ? all
                : plus(all, List.of(row.getLeft())),
        GenericVarArg::plus);
  }

  static <A> List<A> plus(List<A> one, List<A> two) {
    List<A> all = new ArrayList<>(one);
    all.addAll(two);
    return all;
  }
}
