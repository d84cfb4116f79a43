package io.confluent.ksql.serde.json;

import com.fasterxml.jackson.core.Base64Variants;
import com.fasterxml.jackson.core.JsonGenerator;
import io.confluent.ksql.row.AsciiSet;
import io.confluent.ksql.row.RawText;
import io.confluent.ksql.schema.ksql.types.SqlArray;
import io.confluent.ksql.schema.ksql.types.SqlMap;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.serde.Values;
import io.confluent.ksql.value.StructValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Writes a value of one type, which is not null. */
@FunctionalInterface
public interface JsonWriter {
  /** What of ASCII cannot stand in a text of JSON as it is: RFC 8259, section 7. */
  AsciiSet ESCAPED = new AsciiSet(0xFFFF_FFFFL | 1L << '"', 1L << '\\' - 64);

  /** Writes it. */
  void write(Object value, JsonGenerator json) throws IOException;

  /** Writes the value, or JSON's null. */
  static void orNull(JsonWriter writer, Object value, JsonGenerator json) throws IOException {
    if (value == null) {
      json.writeNull();
    } else {
      writer.write(value, json);
    }
  }

  /** The writer of a type. */
  static JsonWriter of(SqlType type) {
    return switch (type.baseType()) {
      case BOOLEAN -> (value, json) -> json.writeBoolean((Boolean) value);
      case INTEGER -> (value, json) -> json.writeNumber((int) (Integer) value);
      case BIGINT -> (value, json) -> json.writeNumber((long) (Long) value);
      case DOUBLE -> (value, json) -> json.writeNumber((double) (Double) value);
      case DECIMAL -> (value, json) -> json.writeNumber((BigDecimal) value);
      case STRING -> JsonWriter::writeText;
      case BYTES ->
          (value, json) -> {
            byte[] bytes = Values.bytes(value);
            json.writeBinary(Base64Variants.MIME_NO_LINEFEEDS, bytes, 0, bytes.length);
          };
      case TIME -> (value, json) -> json.writeNumber(Values.msOfDay(value));
      case DATE -> (value, json) -> json.writeNumber(Values.epochDay(value));
      case TIMESTAMP -> (value, json) -> json.writeNumber(Values.epochMs(value));
      case ARRAY -> ofItems(of(((SqlArray) type).getItemType()));
      case MAP -> ofEntries(of(((SqlMap) type).getValueType()));
      case STRUCT -> ofMembers(MemberWriter.ofFields((SqlStruct) type));
    };
  }

  /** The writer of a list. */
  static JsonWriter ofItems(JsonWriter items) {
    return (value, json) -> writeArray((List<?>) value, items, json);
  }

  /** The writer of a map as an object. */
  static JsonWriter ofEntries(JsonWriter values) {
    return (value, json) -> writeMap((Map<?, ?>) value, values, json);
  }

  /** The writer of a struct as an object. */
  static JsonWriter ofMembers(MemberWriter members) {
    return (value, json) -> members.write(((StructValue) value)::value, json);
  }

  private static void writeText(Object value, JsonGenerator json) throws IOException {
    if (value instanceof RawText text) {
      int length = text.to() - text.from();
      if (text.lacks(ESCAPED)) {
        json.writeRawUTF8String(text.bytes(), text.from(), length);
      } else {
        json.writeUTF8String(text.bytes(), text.from(), length);
      }
    } else {
      json.writeString((String) value);
    }
  }

  private static void writeArray(List<?> list, JsonWriter items, JsonGenerator json)
      throws IOException {
    json.writeStartArray();
    for (Object item : list) {
      orNull(items, item, json);
    }
    json.writeEndArray();
  }

  private static void writeMap(Map<?, ?> map, JsonWriter values, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      // Member names are texts; that of a NULL key is the one that readers know.
      json.writeFieldName(String.valueOf(entry.getKey()));
      orNull(values, entry.getValue(), json);
    }
    json.writeEndObject();
  }
}
