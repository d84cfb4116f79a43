package io.confluent.ksql.function.builtin.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.util.ArrayList;
import java.util.List;

/** The SQL function {@code JSON_CONCAT}. */
@UdfDescription(
    name = "JSON_CONCAT",
    category = FunctionCategory.JSON,
    description =
        "JSON objects made one, of equal names the last; or else one JSON array of all items"
            + " of arrays and all other values. NULL if an argument is NULL or empty.")
@UdfExample(sql = "JSON_CONCAT('{\"a\": 1}', '{\"b\": 2}')", result = "'{\"a\":1,\"b\":2}'")
@UdfExample(sql = "JSON_CONCAT('[1]', '2')", result = "'[1,2]'")
public final class JsonConcat {
  @Udf
  public String concat(String... parts) {
    List<JsonNode> nodes = new ArrayList<>();
    boolean objects = true;
    for (String part : parts) {
      JsonNode node = part == null ? null : Json.read(part);
      if (node == null || node.isMissingNode()) {
        return null;
      }
      nodes.add(node);
      objects &= node.isObject();
    }
    if (nodes.isEmpty()) {
      return null;
    }
    return Json.write(objects ? merged(nodes) : joined(nodes));
  }

  private static JsonNode merged(List<JsonNode> objects) {
    ObjectNode merged = JsonNodeFactory.instance.objectNode();
    for (JsonNode object : objects) {
      merged.setAll((ObjectNode) object);
    }
    return merged;
  }

  private static JsonNode joined(List<JsonNode> nodes) {
    ArrayNode joined = JsonNodeFactory.instance.arrayNode();
    for (JsonNode node : nodes) {
      if (node instanceof ArrayNode array) {
        joined.addAll(array);
      } else {
        joined.add(node);
      }
    }
    return joined;
  }
}
