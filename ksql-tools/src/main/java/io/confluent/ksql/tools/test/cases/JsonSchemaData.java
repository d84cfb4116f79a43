package io.confluent.ksql.tools.test.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Values of a case file as a JSON schema describes them, and back. Fields are found in any case.
 */
final class JsonSchemaData {
  private static final String CONNECT_TYPE = "connect.type";
  private static final String MAP = "map";

  private final JsonNode root;
  private final Function<String, JsonNode> referred;

  /**
   * Data of a schema.
   *
   * @param referred finds the schema of a reference by its name
   */
  JsonSchemaData(JsonNode root, Function<String, JsonNode> referred) {
    this.root = root;
    this.referred = referred;
  }

  /** What is written for a value of a case. */
  JsonNode fromCase(JsonNode json) {
    return convert(root, json);
  }

  /** What was written as plain values. */
  Object toPlain(JsonNode json) {
    return plain(root, json);
  }

  private JsonNode convert(JsonNode place, JsonNode json) {
    if (json == null || json.isNull()) {
      return CaseFile.JSON.nullNode();
    }
    JsonNode schema = schemaFor(place, json);
    return switch (schema.path("type").asText()) {
      case "integer" -> CaseFile.JSON.getNodeFactory().numberNode(Long.parseLong(json.asText()));
      case "number" -> CaseFile.JSON.getNodeFactory().numberNode(new BigDecimal(json.asText()));
      case "boolean" ->
          CaseFile.JSON.getNodeFactory().booleanNode(Boolean.parseBoolean(json.asText()));
      case "string" -> CaseFile.JSON.getNodeFactory().textNode(json.asText());
      case "array" -> items(schema.path("items"), json);
      case "object" -> isMap(schema) ? entries(schema, json) : members(schema, json);
      default -> json;
    };
  }

  private ArrayNode items(JsonNode schema, JsonNode json) {
    ArrayNode items = CaseFile.JSON.createArrayNode();
    json.forEach(item -> items.add(convert(schema, item)));
    return items;
  }

  private ObjectNode entries(JsonNode schema, JsonNode json) {
    ObjectNode entries = CaseFile.JSON.createObjectNode();
    json.properties()
        .forEach(
            entry ->
                entries.set(
                    entry.getKey(),
                    convert(schema.path("additionalProperties"), entry.getValue())));
    return entries;
  }

  private ObjectNode members(JsonNode schema, JsonNode json) {
    ObjectNode members = CaseFile.JSON.createObjectNode();
    for (Map.Entry<String, JsonNode> property : properties(schema)) {
      members.set(property.getKey(), convert(property.getValue(), field(json, property.getKey())));
    }
    return members;
  }

  private static JsonNode field(JsonNode json, String name) {
    if (json.has(name)) {
      return json.get(name);
    }
    return json.properties().stream()
        .filter(field -> field.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private Object plain(JsonNode place, JsonNode json) {
    if (json == null || json.isNull() || json.isMissingNode()) {
      return null;
    }
    JsonNode schema = schemaFor(place, json);
    return switch (schema.path("type").asText()) {
      case "integer" ->
          schema.path(CONNECT_TYPE).asText().equals("int32")
              ? (Object) json.intValue()
              : json.longValue();
      case "number" -> isDecimal(schema) ? json.decimalValue() : (Object) json.doubleValue();
      case "boolean" -> json.booleanValue();
      case "string" -> text(schema, json);
      case "array" -> {
        List<Object> items = new ArrayList<>();
        json.forEach(item -> items.add(plain(schema.path("items"), item)));
        yield items;
      }
      case "object" -> isMap(schema) ? plainEntries(schema, json) : plainMembers(schema, json);
      default -> CaseFile.JSON.convertValue(json, Object.class);
    };
  }

  private Map<String, Object> plainEntries(JsonNode schema, JsonNode json) {
    Map<String, Object> map = new LinkedHashMap<>();
    json.properties()
        .forEach(
            entry ->
                map.put(
                    entry.getKey(), plain(schema.path("additionalProperties"), entry.getValue())));
    return map;
  }

  private Map<String, Object> plainMembers(JsonNode schema, JsonNode json) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> property : properties(schema)) {
      map.put(property.getKey(), plain(property.getValue(), json.get(property.getKey())));
    }
    return map;
  }

  /** No bytes at all stand for null in a case file. */
  private static Object text(JsonNode schema, JsonNode json) {
    if (!schema.path(CONNECT_TYPE).asText().equals("bytes")) {
      return json.asText();
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(json.binaryValue());
      return bytes.hasRemaining() ? bytes : null;
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static boolean isDecimal(JsonNode schema) {
    return schema.path("title").asText().endsWith(".Decimal");
  }

  private static boolean isMap(JsonNode schema) {
    return schema.path(CONNECT_TYPE).asText().equals(MAP) || !schema.has("properties");
  }

  private static List<Map.Entry<String, JsonNode>> properties(JsonNode schema) {
    List<Map.Entry<String, JsonNode>> properties =
        new ArrayList<>(schema.path("properties").properties());
    properties.sort(Comparator.comparingInt(each -> each.getValue().path("connect.index").asInt()));
    return properties;
  }

  /** The schema that is for a value: behind references, the branch of a choice. */
  private JsonNode schemaFor(JsonNode place, JsonNode json) {
    if (place.path("$ref").isTextual()) {
      return schemaFor(follow(place.path("$ref").textValue()), json);
    }
    for (String choice : List.of("oneOf", "anyOf")) {
      for (JsonNode branch : place.path(choice)) {
        JsonNode schema = schemaFor(branch, json);
        if (accepts(schema, json)) {
          return schema;
        }
      }
    }
    return place;
  }

  private JsonNode follow(String reference) {
    int hash = reference.indexOf('#');
    String name = hash < 0 ? reference : reference.substring(0, hash);
    JsonNode document = name.isEmpty() ? root : referred.apply(name);
    return hash < 0 || hash == reference.length() - 1
        ? document
        : document.at(reference.substring(hash + 1));
  }

  private static boolean accepts(JsonNode schema, JsonNode json) {
    return switch (schema.path("type").asText()) {
      case "integer" -> json.isIntegralNumber() || json.isTextual();
      case "number" -> json.isNumber() || json.isTextual();
      case "boolean" -> json.isBoolean();
      case "string" -> json.isValueNode();
      case "array" -> json.isArray();
      case "object" -> json.isObject();
      default -> false;
    };
  }
}
