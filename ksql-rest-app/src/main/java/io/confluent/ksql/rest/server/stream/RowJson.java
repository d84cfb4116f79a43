package io.confluent.ksql.rest.server.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.ksql.planner.expr.TimeText;
import io.confluent.ksql.schema.ksql.types.SqlArray;
import io.confluent.ksql.schema.ksql.types.SqlDecimal;
import io.confluent.ksql.schema.ksql.types.SqlMap;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.util.KsqlException;
import io.confluent.ksql.value.StructValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values of columns as JSON has them, the way {@link CellJson} writes them. */
final class RowJson {
  private RowJson() {}

  /**
   * A value of a type.
   *
   * @throws KsqlException if it is none
   */
  static Object value(JsonNode json, SqlType type) {
    if (json == null || json.isNull() || json.isMissingNode()) {
      return null;
    }
    return switch (type.baseType()) {
      case BOOLEAN -> require(json.isBoolean(), json, type).booleanValue();
      case INTEGER ->
          require(json.isIntegralNumber() && json.canConvertToInt(), json, type).intValue();
      case BIGINT ->
          require(json.isIntegralNumber() && json.canConvertToLong(), json, type).longValue();
      case DOUBLE -> require(json.isNumber(), json, type).doubleValue();
      case DECIMAL -> decimal(json, (SqlDecimal) type);
      case STRING -> json.isValueNode() ? json.asText() : json.toString();
      case BYTES -> bytes(json, type);
      case DATE -> TimeText.date(text(json, type));
      case TIME -> TimeText.time(text(json, type));
      case TIMESTAMP -> TimeText.timestamp(text(json, type));
      case ARRAY -> array(require(json.isArray(), json, type), (SqlArray) type);
      case MAP -> map(require(json.isObject(), json, type), (SqlMap) type);
      case STRUCT -> struct(require(json.isObject(), json, type), (SqlStruct) type);
    };
  }

  private static JsonNode require(boolean fits, JsonNode json, SqlType type) {
    if (!fits) {
      throw new KsqlException("%s is no %s".formatted(json, type));
    }
    return json;
  }

  private static String text(JsonNode json, SqlType type) {
    return require(json.isTextual(), json, type).textValue();
  }

  private static BigDecimal decimal(JsonNode json, SqlDecimal type) {
    require(json.isNumber() || json.isTextual(), json, type);
    try {
      BigDecimal value =
          new BigDecimal(json.asText()).setScale(type.getScale(), RoundingMode.UNNECESSARY);
      require(value.precision() <= type.getPrecision(), json, type);
      return value;
    } catch (ArithmeticException | NumberFormatException e) {
      throw new KsqlException("%s is no %s".formatted(json, type), e);
    }
  }

  private static ByteBuffer bytes(JsonNode json, SqlType type) {
    try {
      return ByteBuffer.wrap(Base64.getDecoder().decode(text(json, type)));
    } catch (IllegalArgumentException e) {
      throw new KsqlException("%s is no base64".formatted(json), e);
    }
  }

  private static List<Object> array(JsonNode json, SqlArray type) {
    List<Object> items = new ArrayList<>();
    json.forEach(item -> items.add(value(item, type.getItemType())));
    return items;
  }

  private static Map<Object, Object> map(JsonNode json, SqlMap type) {
    Map<Object, Object> entries = new LinkedHashMap<>();
    json.properties()
        .forEach(
            entry ->
                entries.put(
                    key(entry.getKey(), type.getKeyType()),
                    value(entry.getValue(), type.getValueType())));
    return entries;
  }

  private static Object key(String text, SqlType type) {
    try {
      return switch (type.baseType()) {
        case STRING -> text;
        case INTEGER -> Integer.valueOf(text);
        case BIGINT -> Long.valueOf(text);
        case BOOLEAN -> Boolean.valueOf(text);
        case DOUBLE -> Double.valueOf(text);
        case DECIMAL -> new BigDecimal(text);
        case BYTES, DATE, TIME, TIMESTAMP, ARRAY, MAP, STRUCT ->
            throw new KsqlException("Keys of type " + type + " have no form in JSON");
      };
    } catch (NumberFormatException e) {
      throw new KsqlException("'%s' is no %s".formatted(text, type), e);
    }
  }

  private static StructValue struct(JsonNode json, SqlStruct type) {
    Object[] fields = new Object[type.fields().size()];
    for (int i = 0; i < fields.length; i++) {
      SqlStruct.Field field = type.fields().get(i);
      fields[i] = value(member(json, field.name()), field.type());
    }
    return new StructValue(type, fields);
  }

  /** A member by its exact name, or else by the name in any case. */
  static JsonNode member(JsonNode json, String name) {
    if (json.has(name)) {
      return json.get(name);
    }
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      if (member.getKey().equalsIgnoreCase(name)) {
        return member.getValue();
      }
    }
    return null;
  }
}
