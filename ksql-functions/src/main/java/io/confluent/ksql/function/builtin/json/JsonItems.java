package io.confluent.ksql.function.builtin.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.KsqlFunctionException;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.util.ArrayList;
import java.util.List;

/** The SQL function {@code JSON_ITEMS}. */
@UdfDescription(
    name = "JSON_ITEMS",
    category = FunctionCategory.JSON,
    description = "The items of a JSON array, each as JSON.")
@UdfExample(sql = "JSON_ITEMS('[1, \"a\"]')", result = "ARRAY['1', '\"a\"']")
public final class JsonItems {
  @Udf(strict = true)
  public List<String> items(String json) {
    JsonNode node = Json.read(json);
    if (!node.isArray()) {
      throw new KsqlFunctionException("The JSON is no array.");
    }
    List<String> items = new ArrayList<>();
    node.forEach(item -> items.add(Json.write(item)));
    return items;
  }
}
