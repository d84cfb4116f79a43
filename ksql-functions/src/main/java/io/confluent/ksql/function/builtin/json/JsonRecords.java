package io.confluent.ksql.function.builtin.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.util.LinkedHashMap;
import java.util.Map;

/** The SQL function {@code JSON_RECORDS}. */
@UdfDescription(
    name = "JSON_RECORDS",
    category = FunctionCategory.JSON,
    description =
        "A JSON object as a map: texts as they are, other values as JSON; NULL for other JSON.")
@UdfExample(sql = "JSON_RECORDS('{\"a\": \"x\", \"b\": [1]}')['b']", result = "'[1]'")
public final class JsonRecords {
  @Udf(strict = true)
  public Map<String, String> records(String json) {
    JsonNode node = Json.read(json);
    if (!node.isObject()) {
      return null;
    }
    Map<String, String> records = new LinkedHashMap<>();
    node.properties().forEach(field -> records.put(field.getKey(), Json.textOf(field.getValue())));
    return records;
  }
}
