package io.confluent.ksql.serde.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.confluent.ksql.schema.ksql.types.SqlArray;
import io.confluent.ksql.schema.ksql.types.SqlDecimal;
import io.confluent.ksql.schema.ksql.types.SqlMap;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.serde.DecodeException;
import io.confluent.ksql.serde.Values;
import io.confluent.ksql.value.StructValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a value of one type, beginning at its first token, which is not null. */
@FunctionalInterface
public interface JsonReader {
  /**
   * The value.
   *
   * @throws DecodeException if the text has something else
   */
  Object read(JsonParser json) throws IOException;

  /** The value at the current token, null for JSON's null. */
  static Object orNull(JsonReader reader, JsonParser json) throws IOException {
    return json.currentToken() == JsonToken.VALUE_NULL ? null : reader.read(json);
  }

  /** The reader of a type. */
  static JsonReader of(SqlType type) {
    return switch (type.baseType()) {
      case BOOLEAN -> JsonReader::readBoolean;
      case INTEGER -> json -> (int) readInteger(json, type);
      case BIGINT -> json -> readBigint(json, type);
      case DOUBLE -> JsonReader::readDouble;
      case DECIMAL -> json -> readDecimal(json, (SqlDecimal) type);
      case STRING -> JsonText::read;
      case BYTES -> JsonReader::readBytes;
      case TIME -> json -> Values.time(readWhole(json, type), "");
      case DATE -> json -> Values.date((int) readWhole(json, type));
      case TIMESTAMP -> json -> Values.timestamp(readWhole(json, type));
      case ARRAY -> ofItems(of(((SqlArray) type).getItemType()));
      case MAP -> ofEntries(of(((SqlMap) type).getValueType()));
      case STRUCT -> ofMembers((SqlStruct) type, MemberReader.ofFields((SqlStruct) type));
    };
  }

  /** The reader of a list. */
  static JsonReader ofItems(JsonReader items) {
    return json -> readArray(json, items);
  }

  /** The reader of a map that is an object. */
  static JsonReader ofEntries(JsonReader values) {
    return json -> readMap(json, values);
  }

  /** The reader of a struct that is an object. */
  static JsonReader ofMembers(SqlStruct type, MemberReader members) {
    return json -> {
      expect(json, JsonToken.START_OBJECT, "STRUCT");
      return new StructValue(type, members.read(json));
    };
  }

  private static Object readBoolean(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> throw mismatch(json, "BOOLEAN");
    };
  }

  private static long readInteger(JsonParser json, SqlType type) throws IOException {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      return readBigint(json, type);
    }
    try {
      return Integer.parseInt(json.getText());
    } catch (NumberFormatException e) {
      throw notA(json, type);
    }
  }

  /** Fractions are cut off, and what does not fit loses its upper bits. */
  private static long readBigint(JsonParser json, SqlType type) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_NUMBER_INT -> lowBits(json);
      case VALUE_NUMBER_FLOAT -> lowBits(json.getDecimalValue());
      case VALUE_STRING -> parseLong(json, type);
      default -> throw mismatch(json, type.toString());
    };
  }

  private static long readWhole(JsonParser json, SqlType type) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_NUMBER_INT -> lowBits(json);
      case VALUE_STRING -> parseLong(json, type);
      default -> throw mismatch(json, type.toString());
    };
  }

  private static long lowBits(JsonParser json) throws IOException {
    return json.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? json.getBigIntegerValue().longValue()
        : json.getLongValue();
  }

  private static long lowBits(BigDecimal number) {
    // Ten to the 64th has no lower 64 bits; a larger power need not be computed to know that.
    return number.scale() <= -Long.SIZE ? 0 : number.longValue();
  }

  private static long parseLong(JsonParser json, SqlType type) throws IOException {
    try {
      return Long.parseLong(json.getText());
    } catch (NumberFormatException e) {
      throw notA(json, type);
    }
  }

  private static Object readDouble(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDoubleValue();
      case VALUE_STRING -> {
        try {
          yield Double.parseDouble(json.getText());
        } catch (NumberFormatException e) {
          throw new DecodeException(DecodeException.shown(json.getText()) + " is not a number");
        }
      }
      default -> throw mismatch(json, "DOUBLE");
    };
  }

  private static Object readDecimal(JsonParser json, SqlDecimal type) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Values.fit(json.getDecimalValue(), type, "");
      case VALUE_STRING -> Values.decimal(json.getText(), type, "");
      default -> throw mismatch(json, type.toString());
    };
  }

  private static Object readBytes(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw mismatch(json, "BYTES");
    }
    try {
      return ByteBuffer.wrap(Base64.getDecoder().decode(json.getText()));
    } catch (IllegalArgumentException e) {
      throw new DecodeException(DecodeException.shown(json.getText()) + " is not base64");
    }
  }

  private static List<Object> readArray(JsonParser json, JsonReader items) throws IOException {
    expect(json, JsonToken.START_ARRAY, "ARRAY");
    List<Object> list = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      try {
        list.add(orNull(items, json));
      } catch (DecodeException e) {
        throw e.inside("[" + list.size() + "]");
      }
    }
    return list;
  }

  private static Map<String, Object> readMap(JsonParser json, JsonReader values)
      throws IOException {
    expect(json, JsonToken.START_OBJECT, "MAP");
    Map<String, Object> map = new LinkedHashMap<>();
    for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
      json.nextToken();
      try {
        map.put(key, orNull(values, json));
      } catch (DecodeException e) {
        throw e.inside("." + key + ".value");
      }
    }
    return map;
  }

  private static void expect(JsonParser json, JsonToken token, String type) {
    if (json.currentToken() != token) {
      throw mismatch(json, type);
    }
  }

  private static DecodeException mismatch(JsonParser json, String type) {
    return new DecodeException(
        "A JSON " + kindOf(json.currentToken()) + " cannot be read as " + type);
  }

  private static DecodeException notA(JsonParser json, SqlType type) throws IOException {
    return new DecodeException(
        DecodeException.shown(json.getText()) + " cannot be read as " + type);
  }

  /** What people call the value that begins with a token. */
  static String kindOf(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> "object";
      case START_ARRAY -> "array";
      case VALUE_STRING -> "string";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "number";
      case VALUE_TRUE, VALUE_FALSE -> "boolean";
      case VALUE_NULL -> "null";
      case END_ARRAY, END_OBJECT, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new AssertionError(token);
    };
  }
}
