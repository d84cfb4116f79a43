package io.confluent.ksql.function.builtin.array;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.builtin.json.JsonArrayContains;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.util.List;

/**
 * The SQL function {@code ARRAYCONTAINS}, the name of classic KSQL for two of today's functions.
 */
@UdfDescription(
    name = "ARRAYCONTAINS",
    category = FunctionCategory.ARRAY,
    description =
        "Deprecated, see ARRAY_CONTAINS and JSON_ARRAY_CONTAINS. Whether a list, or a JSON"
            + " array, holds a value.")
@UdfExample(sql = "ARRAYCONTAINS(ARRAY[1, 2], 2)", result = "true")
@UdfExample(sql = "ARRAYCONTAINS('[1, 2]', 2)", result = "true")
public final class ArrayContainsClassic {
  private final ArrayContains lists = new ArrayContains();
  private final JsonArrayContains json = new JsonArrayContains();

  @Udf
  public <T> boolean contains(List<T> list, T value) {
    return lists.contains(list, value);
  }

  @Udf
  public <T> boolean contains(String array, T value) {
    return json.contains(array, value);
  }
}
