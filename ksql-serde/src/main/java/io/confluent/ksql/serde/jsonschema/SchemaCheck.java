package io.confluent.ksql.serde.jsonschema;

import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.ksql.serde.jsonschema.SchemaDocuments.Place;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Whether a JSON tree is a JSON schema: the keywords of all drafts have the kinds of values they
 * must have, and references lead somewhere.
 */
final class SchemaCheck {
  private static final Set<String> TYPES =
      Set.of("null", "boolean", "object", "array", "number", "string", "integer");
  private static final Set<String> SCHEMAS =
      Set.of(
          "additionalItems",
          Keywords.ADDITIONAL,
          "contains",
          "else",
          "if",
          "not",
          "propertyNames",
          "then",
          "unevaluatedItems",
          "unevaluatedProperties");
  private static final Set<String> LISTS_OF_SCHEMAS =
      Set.of(Keywords.ALL_OF, Keywords.ANY_OF, Keywords.ONE_OF, "prefixItems");
  private static final Set<String> MAPS_OF_SCHEMAS =
      Set.of(
          Keywords.DEFS,
          Keywords.DEFINITIONS,
          "dependentSchemas",
          "patternProperties",
          Keywords.PROPERTIES);
  private static final Set<String> COUNTS =
      Set.of("maxItems", "maxLength", "maxProperties", "minItems", "minLength", "minProperties");
  private static final Set<String> NUMBERS = Set.of("maximum", "minimum", "multipleOf");

  private final SchemaDocuments documents;

  SchemaCheck(SchemaDocuments documents) {
    this.documents = documents;
  }

  /**
   * Refuses what is no schema.
   *
   * @throws InvalidSchemaException with the place
   */
  void check() {
    check(documents.root(), "#");
  }

  private void check(Place place, String path) {
    JsonNode schema = place.schema();
    if (schema.isBoolean()) {
      return;
    }
    require(schema.isObject(), path, "a schema is an object, or true or false");
    for (Map.Entry<String, JsonNode> member : schema.properties()) {
      checkKeyword(place, member.getKey(), member.getValue(), path + "/" + member.getKey());
    }
  }

  private void checkKeyword(Place place, String keyword, JsonNode value, String path) {
    if (SCHEMAS.contains(keyword)) {
      check(place.at(value), path);
    } else if (LISTS_OF_SCHEMAS.contains(keyword)) {
      require(value.isArray() && !value.isEmpty(), path, "a list of schemas is needed");
      checkEach(place, value, path);
    } else if (MAPS_OF_SCHEMAS.contains(keyword)) {
      require(value.isObject(), path, "an object of schemas is needed");
      value
          .properties()
          .forEach(each -> check(place.at(each.getValue()), path + "/" + each.getKey()));
    } else if (COUNTS.contains(keyword)) {
      boolean count = value.isNumber() && value.decimalValue().stripTrailingZeros().scale() <= 0;
      require(count && value.decimalValue().signum() >= 0, path, "a number from 0 on is needed");
    } else if (NUMBERS.contains(keyword)) {
      require(value.isNumber(), path, "a number is needed");
    } else {
      checkOther(place, keyword, value, path);
    }
  }

  private void checkOther(Place place, String keyword, JsonNode value, String path) {
    switch (keyword) {
      case Keywords.TYPE -> checkType(value, path);
      case Keywords.ITEMS -> {
        if (value.isArray()) {
          checkEach(place, value, path);
        } else {
          check(place.at(value), path);
        }
      }
      case Keywords.ENUM -> require(value.isArray(), path, "a list of values is needed");
      // Draft 4 has these beside maximum and minimum, as true or false; draft 3 has required so.
      case "exclusiveMaximum", "exclusiveMinimum" ->
          require(value.isNumber() || value.isBoolean(), path, "a number is needed");
      case Keywords.REQUIRED -> {
        require(value.isArray() || value.isBoolean(), path, "a list of names is needed");
        value.forEach(name -> require(name.isTextual(), path, "a list of names is needed"));
      }
      case "pattern" -> checkPattern(value, path);
      case Keywords.REF -> {
        require(value.isTextual(), path, "a reference is a text");
        documents.follow(place, value.textValue());
      }
      default -> {
        // Other words say nothing about values, or nothing that is known here.
      }
    }
  }

  private void checkEach(Place place, JsonNode schemas, String path) {
    for (int i = 0; i < schemas.size(); i++) {
      check(place.at(schemas.get(i)), path + "/" + i);
    }
  }

  private static void checkType(JsonNode value, String path) {
    if (value.isArray() && !value.isEmpty()) {
      value.forEach(each -> checkType(each, path));
    } else {
      require(
          value.isTextual() && TYPES.contains(value.textValue()),
          path,
          value + " is no type of JSON values");
    }
  }

  private static void checkPattern(JsonNode value, String path) {
    require(value.isTextual(), path, "a regular expression is needed");
    try {
      Pattern.compile(value.textValue());
    } catch (PatternSyntaxException e) {
      throw new InvalidSchemaException(
          "at " + path + ", it is no regular expression: " + e.getDescription());
    }
  }

  private static void require(boolean holds, String path, String otherwise) {
    if (!holds) {
      throw new InvalidSchemaException("at " + path + ", " + otherwise);
    }
  }
}
