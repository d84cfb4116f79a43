package io.confluent.ksql.serde.jsonschema;

import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.serde.jsonschema.JsonShape.Nulls;
import io.confluent.ksql.serde.jsonschema.JsonShape.Scalar;
import io.confluent.ksql.serde.jsonschema.JsonShape.Scalar.Token;
import io.confluent.ksql.serde.jsonschema.JsonShape.Slot;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Single values: what their schema says with JSON's words and with Kafka Connect's. */
final class Scalars {
  private static final int DEFAULT_PRECISION = 64;
  private static final Set<String> SHORT_INTEGERS = Set.of("int8", "int16", Keywords.INT32);

  private Scalars() {}

  /** The shape of a schema with that JSON type; empty if it is not the type of single values. */
  static Optional<JsonShape> of(JsonNode schema, String type) {
    return switch (type) {
      case "boolean" -> scalar(schema, SqlTypes.BOOLEAN, Token.BOOLEAN);
      case "integer" -> scalar(schema, ofInteger(schema), Token.INTEGER);
      case "number" -> ofDigits(schema, Token.NUMBER, SqlTypes.DOUBLE);
      case "string" ->
          Keywords.BYTES.equals(connectType(schema))
              ? ofDigits(schema, Token.STRING, SqlTypes.BYTES)
              : scalar(schema, SqlTypes.STRING, Token.STRING);
      default -> Optional.empty();
    };
  }

  private static SqlType ofInteger(JsonNode schema) {
    return switch (schema.path(Keywords.TITLE).asText()) {
      case Keywords.DATE -> SqlTypes.DATE;
      case Keywords.TIME -> SqlTypes.TIME;
      case Keywords.TIMESTAMP -> SqlTypes.TIMESTAMP;
      default -> SHORT_INTEGERS.contains(connectType(schema)) ? SqlTypes.INTEGER : SqlTypes.BIGINT;
    };
  }

  private static Optional<JsonShape> ofDigits(JsonNode schema, Token token, SqlType otherwise) {
    if (!Keywords.DECIMAL.equals(schema.path(Keywords.TITLE).asText())) {
      return scalar(schema, otherwise, token);
    }
    int scale = parameter(schema, Keywords.SCALE, 0);
    int precision = parameter(schema, Keywords.PRECISION, DEFAULT_PRECISION);
    return precision >= 1 && scale >= 0 && scale <= precision
        ? scalar(schema, SqlTypes.decimal(precision, scale), token)
        : Optional.of(
            JsonShape.Unknown.because("is a decimal with a scale that SQL does not have"));
  }

  private static int parameter(JsonNode schema, String name, int otherwise) {
    String text = schema.path(Keywords.CONNECT_PARAMETERS).path(name).asText();
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : otherwise;
  }

  private static String connectType(JsonNode schema) {
    return schema.path(Keywords.CONNECT_TYPE).asText();
  }

  private static Optional<JsonShape> scalar(JsonNode schema, SqlType type, Token token) {
    return Optional.of(new Scalar(type, token, constants(schema)));
  }

  /** Whether null is among the values that a schema lists, or a word of other tools says so. */
  static boolean allowsNull(JsonNode schema) {
    for (JsonNode value : schema.path(Keywords.ENUM)) {
      if (value.isNull()) {
        return true;
      }
    }
    return schema.path("nullable").asBoolean();
  }

  /** The values that a schema lists, but for null. */
  private static Set<JsonNode> constants(JsonNode schema) {
    Set<JsonNode> values = new HashSet<>();
    schema.path(Keywords.ENUM).forEach(values::add);
    if (schema.has(Keywords.CONST)) {
      values.add(schema.get(Keywords.CONST));
    }
    values.removeIf(JsonNode::isNull);
    return values;
  }

  /** The shape of a schema that only lists values; empty if null is the only one. */
  static Optional<Slot> ofConstants(JsonNode schema) {
    Set<JsonNode> values = constants(schema);
    if (values.isEmpty()) {
      return Optional.empty();
    }
    Nulls nulls = allowsNull(schema) ? Nulls.ALLOWED : Nulls.FORBIDDEN;
    String type =
        all(values, JsonNode::isBoolean)
            ? "boolean"
            : all(values, JsonNode::isIntegralNumber)
                ? "integer"
                : all(values, JsonNode::isNumber) ? "number" : "string";
    return of(schema, type).map(shape -> new Slot(shape, nulls));
  }

  private static boolean all(Set<JsonNode> values, Predicate<JsonNode> predicate) {
    return values.stream().allMatch(predicate);
  }
}
