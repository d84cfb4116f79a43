package io.confluent.ksql.function.builtin.map;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.util.LinkedHashMap;
import java.util.Map;

/** The SQL function {@code MAP_UNION}. */
@UdfDescription(
    name = "map_union",
    category = FunctionCategory.MAP,
    description =
        "The entries of both maps, of equal keys that of the second; NULL counts as empty"
            + " unless both are.")
@UdfExample(sql = "MAP_UNION(MAP('a' := 1), MAP('a' := 2))['a']", result = "2")
public final class MapUnion {
  @Udf
  public <T> Map<String, T> union(Map<String, T> left, Map<String, T> right) {
    if (left == null || right == null) {
      return left == null ? right : left;
    }
    Map<String, T> all = new LinkedHashMap<>(left);
    all.putAll(right);
    return all;
  }
}
