package io.confluent.ksql.serde.jsonschema;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares what two JSON schemas say about a value itself: its type, its size, its constants. */
final class SchemaLimits {
  private static final Set<String> ALL_TYPES =
      Set.of("null", "boolean", "object", "array", "number", "string");
  private static final List<String> UPPER =
      List.of("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties");
  private static final List<String> LOWER =
      List.of("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties");

  /** Words that are only known to be kept. */
  private static final List<String> SAME =
      List.of(
          "pattern",
          "not",
          "if",
          "then",
          "else",
          "contains",
          "propertyNames",
          "patternProperties",
          "dependencies",
          "dependentRequired",
          "dependentSchemas",
          "prefixItems");

  private final JsonNode reader;
  private final JsonNode writer;
  private final String path;
  private final List<String> conflicts;

  SchemaLimits(JsonNode reader, JsonNode writer, String path, List<String> conflicts) {
    this.reader = reader;
    this.writer = writer;
    this.path = path;
    this.conflicts = conflicts;
  }

  boolean writerMayBe(String type) {
    return types(writer).contains(type);
  }

  /** Adds what the reader does not allow. */
  void compare() {
    compareTypes();
    compareConstants();
    UPPER.forEach(word -> compareBound(word, 1));
    LOWER.forEach(word -> compareBound(word, -1));
    number(reader, "multipleOf")
        .filter(step -> step.signum() > 0 && !isMultiple(step))
        .ifPresent(step -> add("multipleOf became " + step));
    if (reader.path("uniqueItems").asBoolean() && !writer.path("uniqueItems").asBoolean()) {
      add("items must differ, which they need not");
    }
    for (String word : SAME) {
      if (reader.has(word) && !reader.get(word).equals(writer.get(word))) {
        add(word + " is another");
      }
    }
  }

  private void compareTypes() {
    Set<String> allowed = types(reader);
    for (String type : types(writer)) {
      boolean whole = type.equals("integer") && allowed.contains("number");
      if (!allowed.contains(type) && !whole) {
        add("a value may be of type " + type + ", which is not allowed");
      }
    }
  }

  private static Set<String> types(JsonNode schema) {
    JsonNode type = schema.path(Keywords.TYPE);
    Set<String> types = new HashSet<>();
    if (type.isTextual()) {
      types.add(type.textValue());
    }
    type.forEach(each -> types.add(each.asText()));
    if (types.isEmpty()) {
      constants(schema).ifPresent(values -> values.forEach(value -> types.add(typeOf(value))));
    }
    return types.isEmpty() ? ALL_TYPES : types;
  }

  private static String typeOf(JsonNode value) {
    return switch (value.getNodeType()) {
      case NULL -> "null";
      case BOOLEAN -> "boolean";
      case OBJECT, POJO -> "object";
      case ARRAY -> "array";
      case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
      case STRING, BINARY, MISSING -> "string";
    };
  }

  private void compareConstants() {
    Optional<Set<JsonNode>> allowed = constants(reader);
    if (allowed.isEmpty()) {
      return;
    }
    Optional<Set<JsonNode>> written = constants(writer);
    if (written.isEmpty()) {
      add("only the values " + allowed.get() + " are allowed, and others may be written");
      return;
    }
    for (JsonNode value : written.get()) {
      if (!allowed.get().contains(value)) {
        add("the value " + value + " is not allowed");
      }
    }
  }

  private static Optional<Set<JsonNode>> constants(JsonNode schema) {
    if (!schema.has(Keywords.ENUM) && !schema.has(Keywords.CONST)) {
      return Optional.empty();
    }
    Set<JsonNode> values = new HashSet<>();
    schema.path(Keywords.ENUM).forEach(values::add);
    if (schema.has(Keywords.CONST)) {
      values.add(schema.get(Keywords.CONST));
    }
    return Optional.of(values);
  }

  private void compareBound(String word, int sign) {
    Optional<BigDecimal> allowed = number(reader, word);
    Optional<BigDecimal> written = number(writer, word);
    boolean within =
        written
            .filter(bound -> allowed.isEmpty() || bound.compareTo(allowed.get()) * sign <= 0)
            .isPresent();
    if (allowed.isPresent() && !within) {
      add(word + " became " + allowed.get());
    }
  }

  private boolean isMultiple(BigDecimal step) {
    return number(writer, "multipleOf")
        .filter(written -> written.remainder(step).signum() == 0)
        .isPresent();
  }

  private static Optional<BigDecimal> number(JsonNode schema, String word) {
    return schema.path(word).isNumber()
        ? Optional.of(schema.path(word).decimalValue())
        : Optional.empty();
  }

  private void add(String conflict) {
    conflicts.add("at " + path + " " + conflict);
  }
}
