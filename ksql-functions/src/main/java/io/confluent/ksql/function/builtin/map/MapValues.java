package io.confluent.ksql.function.builtin.map;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The SQL function {@code MAP_VALUES}. */
@UdfDescription(
    name = "map_values",
    category = FunctionCategory.MAP,
    description = "The values of a map, in no particular order.")
@UdfExample(sql = "MAP_VALUES(MAP('a' := 1))", result = "ARRAY[1]")
public final class MapValues {
  @Udf(strict = true)
  public <T> List<T> values(Map<String, T> map) {
    return new ArrayList<>(map.values());
  }
}
