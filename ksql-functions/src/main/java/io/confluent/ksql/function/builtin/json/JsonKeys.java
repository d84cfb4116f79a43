package io.confluent.ksql.function.builtin.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.util.ArrayList;
import java.util.List;

/** The SQL function {@code JSON_KEYS}. */
@UdfDescription(
    name = "JSON_KEYS",
    category = FunctionCategory.JSON,
    description = "The names in a JSON object; NULL for other JSON.")
@UdfExample(sql = "JSON_KEYS('{\"a\": 1, \"b\": 2}')", result = "ARRAY['a', 'b']")
public final class JsonKeys {
  @Udf(strict = true)
  public List<String> keys(String json) {
    JsonNode node = Json.read(json);
    if (!node.isObject()) {
      return null;
    }
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    return keys;
  }
}
