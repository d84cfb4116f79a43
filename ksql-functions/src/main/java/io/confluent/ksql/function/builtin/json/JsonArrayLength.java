package io.confluent.ksql.function.builtin.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code JSON_ARRAY_LENGTH}. */
@UdfDescription(
    name = "JSON_ARRAY_LENGTH",
    category = FunctionCategory.JSON,
    description = "The number of items of a JSON array; NULL for other JSON.")
@UdfExample(sql = "JSON_ARRAY_LENGTH('[1, [2, 3]]')", result = "2")
@UdfExample(sql = "JSON_ARRAY_LENGTH('{}')", result = "NULL")
public final class JsonArrayLength {
  @Udf(strict = true)
  public Integer length(String json) {
    JsonNode node = Json.read(json);
    return node.isArray() ? node.size() : null;
  }
}
