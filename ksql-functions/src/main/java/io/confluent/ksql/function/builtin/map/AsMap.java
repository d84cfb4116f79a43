package io.confluent.ksql.function.builtin.map;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The SQL function {@code AS_MAP}. */
@UdfDescription(
    name = "AS_MAP",
    category = FunctionCategory.MAP,
    description =
        "A map of a list of keys and a list of values; NULL for the values that are missing.")
@UdfExample(sql = "AS_MAP(ARRAY['a', 'b'], ARRAY[1, 2])['b']", result = "2")
public final class AsMap {
  @Udf(strict = true)
  public <T> Map<String, T> asMap(List<String> keys, List<T> values) {
    Map<String, T> map = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      map.put(keys.get(i), i < values.size() ? values.get(i) : null);
    }
    return map;
  }
}
