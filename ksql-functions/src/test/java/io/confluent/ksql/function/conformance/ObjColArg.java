package io.confluent.ksql.function.conformance;

import io.confluent.ksql.function.udaf.Udaf;
import io.confluent.ksql.function.udaf.UdafDescription;
import io.confluent.ksql.function.udaf.UdafFactory;
import io.confluent.ksql.function.udaf.VariadicArgs;
import io.confluent.ksql.util.Pair;
import java.util.List;

/** Collects the first column of rows without NULL. */
@UdafDescription(
    name = "obj_col_arg",
    description = "Collects the first column of rows without NULL.")
public final class ObjColArg {
  private ObjColArg() {}

  @UdafFactory(description = "A number and columns of any types.")
  public static Udaf<Pair<Integer, VariadicArgs<Object>>, List<Integer>, List<Integer>> create() {
    return new Folding<>(
        List.of(),
        (row, all) ->
            row.left == null || row.right.stream().anyMatch(value -> value == null)
                ? all
                : GenericVarArg.plus(all, List.of(row.left)),
        GenericVarArg::plus);
  }
}
