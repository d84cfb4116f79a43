package io.confluent.ksql.function.builtin.lambda;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.KsqlFunctionException;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The SQL function {@code TRANSFORM}. */
@UdfDescription(
    name = "transform",
    category = FunctionCategory.LAMBDA,
    description =
        "A list of what the lambda makes of each item; or a map of what two lambdas make of"
            + " each key and value.")
@UdfExample(sql = "TRANSFORM(ARRAY[1, 2], x => x + 1)", result = "ARRAY[2, 3]")
@UdfExample(
    sql = "TRANSFORM(MAP('a' := 1), (k, v) => UCASE(k), (k, v) => v + 1)['A']",
    result = "2")
public final class Transform {
  @Udf
  public <T, R> List<R> transform(List<T> list, Function<T, R> change) {
    if (list == null || change == null) {
      return null;
    }
    List<R> changed = new ArrayList<>(list.size());
    for (T item : list) {
      changed.add(change.apply(item));
    }
    return changed;
  }

  @Udf
  public <K, V, R, W> Map<R, W> transform(
      Map<K, V> map, BiFunction<K, V, R> keyChange, BiFunction<K, V, W> valueChange) {
    if (map == null || keyChange == null || valueChange == null) {
      return null;
    }
    Map<R, W> changed = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          R newKey = keyChange.apply(key, value);
          W newValue = valueChange.apply(key, value);
          if (newValue == null) {
            throw new KsqlFunctionException("The new value of key " + key + " is NULL.");
          }
          if (changed.putIfAbsent(newKey, newValue) != null) {
            throw new KsqlFunctionException("Two keys become " + newKey + ".");
          }
        });
    return changed;
  }
}
