package io.confluent.ksql.function.builtin.lambda;

import io.confluent.ksql.execution.codegen.helpers.TriFunction;
import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** The SQL function {@code REDUCE}. */
@UdfDescription(
    name = "reduce",
    category = FunctionCategory.LAMBDA,
    description =
        "The state after the lambda was applied to it and each item, or each key and value,"
            + " in turn.")
@UdfExample(sql = "REDUCE(ARRAY[1, 2], 0, (s, x) => s + x)", result = "3")
@UdfExample(sql = "REDUCE(MAP('a' := 1, 'b' := 2), 0, (s, k, v) => s + v)", result = "3")
public final class Reduce {
  @Udf
  public <T, S> S reduce(List<T> list, S initial, BiFunction<S, T, S> step) {
    S state = initial;
    if (list != null && initial != null) {
      for (T item : list) {
        state = step.apply(state, item);
      }
    }
    return state;
  }

  @Udf
  public <K, V, S> S reduce(Map<K, V> map, S initial, TriFunction<S, K, V, S> step) {
    S state = initial;
    if (map != null && initial != null) {
      // In an order that its keys alone give, whatever the order in which they were put in.
      for (Map.Entry<K, V> entry : new HashMap<>(map).entrySet()) {
        state = step.apply(state, entry.getKey(), entry.getValue());
      }
    }
    return state;
  }
}
