package io.confluent.ksql.tools.test.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Conversions;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/** Values of a case file to what Avro writes. Fields are found in any case. */
final class AvroFromJson {
  private static final Conversions.DecimalConversion DECIMALS = new Conversions.DecimalConversion();

  private AvroFromJson() {}

  static Object datum(Schema schema, JsonNode json) {
    if (schema.isUnion()) {
      return json.isNull() ? null : datum(branch(schema, json), json);
    }
    return switch (schema.getType()) {
      case RECORD -> record(schema, json);
      case ARRAY ->
          json.isObject() ? entries(schema, json) : elements(schema.getElementType(), json);
      case MAP -> map(schema.getValueType(), json);
      case ENUM -> new GenericData.EnumSymbol(schema, json.asText());
      case BYTES -> bytes(schema, json);
      case FIXED -> new GenericData.Fixed(schema, bytes(schema, json).array());
      case STRING -> json.asText();
      case INT -> Integer.valueOf(json.asText());
      case LONG -> Long.valueOf(json.asText());
      case FLOAT -> Float.valueOf(json.asText());
      case DOUBLE -> Double.valueOf(json.asText());
      case BOOLEAN -> Boolean.valueOf(json.asText());
      case NULL, UNION -> null;
    };
  }

  private static Schema branch(Schema union, JsonNode json) {
    Schema first = null;
    for (Schema branch : union.getTypes()) {
      if (branch.getType() != Schema.Type.NULL) {
        if (accepts(branch, json)) {
          return branch;
        }
        first = first == null ? branch : first;
      }
    }
    return first;
  }

  private static boolean accepts(Schema schema, JsonNode json) {
    return switch (schema.getType()) {
      case RECORD, MAP -> json.isObject();
      case ARRAY -> json.isArray() || json.isObject();
      case STRING, ENUM, FIXED, BYTES -> json.isTextual();
      case BOOLEAN -> json.isBoolean();
      case INT, LONG -> json.isIntegralNumber();
      case FLOAT, DOUBLE -> json.isNumber();
      case NULL, UNION -> false;
    };
  }

  private static GenericData.Record record(Schema schema, JsonNode json) {
    GenericData.Record record = new GenericData.Record(schema);
    for (Schema.Field field : schema.getFields()) {
      JsonNode value = field(json, field.name());
      boolean absent = value == null || value.isNull();
      record.put(
          field.pos(),
          absent && !field.schema().isNullable() && field.hasDefaultValue()
              ? GenericData.get().getDefaultValue(field)
              : absent ? null : datum(field.schema(), value));
    }
    return record;
  }

  private static JsonNode field(JsonNode json, String name) {
    if (json.has(name)) {
      return json.get(name);
    }
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      if (field.getKey().equalsIgnoreCase(name)) {
        return field.getValue();
      }
    }
    return null;
  }

  private static List<Object> elements(Schema element, JsonNode json) {
    List<Object> elements = new ArrayList<>();
    json.forEach(each -> elements.add(datum(element, each)));
    return elements;
  }

  /** A map whose entries are records of key and value. */
  private static List<Object> entries(Schema schema, JsonNode json) {
    Schema entry = schema.getElementType();
    List<Object> entries = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      GenericData.Record record = new GenericData.Record(entry);
      record.put(
          0,
          datum(
              entry.getFields().get(0).schema(),
              CaseFile.JSON.getNodeFactory().textNode(field.getKey())));
      record.put(1, datum(entry.getFields().get(1).schema(), field.getValue()));
      entries.add(record);
    }
    return entries;
  }

  private static Map<String, Object> map(Schema value, JsonNode json) {
    Map<String, Object> map = new LinkedHashMap<>();
    json.properties().forEach(field -> map.put(field.getKey(), datum(value, field.getValue())));
    return map;
  }

  private static ByteBuffer bytes(Schema schema, JsonNode json) {
    LogicalType logical = schema.getLogicalType();
    if (logical instanceof LogicalTypes.Decimal decimal) {
      BigDecimal number = json.isNumber() ? json.decimalValue() : new BigDecimal(json.asText());
      return DECIMALS.toBytes(number.setScale(decimal.getScale()), schema, logical);
    }
    return ByteBuffer.wrap(Base64.getDecoder().decode(json.asText()));
  }
}
