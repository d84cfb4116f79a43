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

/** The SQL function {@code FILTER}. */
@UdfDescription(
    name = "filter",
    category = FunctionCategory.LAMBDA,
    description = "The items of a list, or the entries of a map, for which the lambda is true.")
@UdfExample(sql = "FILTER(ARRAY[1, 2, 3], x => x > 1)", result = "ARRAY[2, 3]")
@UdfExample(sql = "FILTER(MAP('a' := 1, 'b' := 2), (k, v) => v > 1)['a']", result = "NULL")
public final class Filter {
  @Udf
  public <T> List<T> filter(List<T> list, Function<T, Boolean> condition) {
    if (list == null || condition == null) {
      return null;
    }
    List<T> kept = new ArrayList<>();
    for (T item : list) {
      if (isTrue(condition.apply(item))) {
        kept.add(item);
      }
    }
    return kept;
  }

  @Udf
  public <K, V> Map<K, V> filter(Map<K, V> map, BiFunction<K, V, Boolean> condition) {
    if (map == null || condition == null) {
      return null;
    }
    Map<K, V> kept = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          if (isTrue(condition.apply(key, value))) {
            kept.put(key, value);
          }
        });
    return kept;
  }

  private static boolean isTrue(Boolean condition) {
    if (condition == null) {
      throw new KsqlFunctionException("The condition is NULL for one of the items.");
    }
    return condition;
  }
}
