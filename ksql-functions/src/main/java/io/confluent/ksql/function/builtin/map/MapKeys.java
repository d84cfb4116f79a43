package io.confluent.ksql.function.builtin.map;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The SQL function {@code MAP_KEYS}. */
@UdfDescription(
    name = "map_keys",
    category = FunctionCategory.MAP,
    description = "The keys of a map, in no particular order.")
@UdfExample(sql = "MAP_KEYS(MAP('a' := 1))", result = "ARRAY['a']")
public final class MapKeys {
  @Udf(strict = true)
  public <T> List<String> keys(Map<String, T> map) {
    return new ArrayList<>(map.keySet());
  }
}
