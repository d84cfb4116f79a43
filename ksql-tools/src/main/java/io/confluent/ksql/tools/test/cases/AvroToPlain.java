package io.confluent.ksql.tools.test.cases;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Conversions;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.IndexedRecord;

/** What Avro reads to plain values that can be compared. */
final class AvroToPlain {
  private static final String MAP_ENTRY = "MapEntry";
  private static final Conversions.DecimalConversion DECIMALS = new Conversions.DecimalConversion();

  private AvroToPlain() {}

  static Object value(Schema schema, Object datum) {
    if (datum == null) {
      return null;
    }
    return switch (schema.getType()) {
      case UNION ->
          value(schema.getTypes().get(GenericData.get().resolveUnion(schema, datum)), datum);
      case RECORD -> record((IndexedRecord) datum);
      case ARRAY ->
          isMap(schema.getElementType())
              ? entries(schema.getElementType(), (Collection<?>) datum)
              : elements(schema.getElementType(), (Collection<?>) datum);
      case MAP -> map(schema.getValueType(), (Map<?, ?>) datum);
      case BYTES -> bytes(schema, (ByteBuffer) datum);
      case FIXED -> bytes(schema, ByteBuffer.wrap(((GenericFixed) datum).bytes()));
      case STRING, ENUM -> datum.toString();
      case INT, LONG, FLOAT, DOUBLE, BOOLEAN -> datum;
      case NULL -> null;
    };
  }

  private static boolean isMap(Schema element) {
    return element.getType() == Schema.Type.RECORD
        && (MAP_ENTRY.equals(element.getProp("connect.internal.type"))
            || MAP_ENTRY.equals(element.getName()));
  }

  private static Map<String, Object> record(IndexedRecord record) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (Schema.Field field : record.getSchema().getFields()) {
      fields.put(field.name(), value(field.schema(), record.get(field.pos())));
    }
    return fields;
  }

  private static List<Object> elements(Schema element, Collection<?> data) {
    List<Object> elements = new ArrayList<>();
    data.forEach(each -> elements.add(value(element, each)));
    return elements;
  }

  private static Map<String, Object> entries(Schema entry, Collection<?> data) {
    Map<String, Object> entries = new LinkedHashMap<>();
    for (Object each : data) {
      IndexedRecord record = (IndexedRecord) each;
      Object key = value(entry.getFields().get(0).schema(), record.get(0));
      entries.put(String.valueOf(key), value(entry.getFields().get(1).schema(), record.get(1)));
    }
    return entries;
  }

  private static Map<String, Object> map(Schema element, Map<?, ?> data) {
    Map<String, Object> map = new LinkedHashMap<>();
    data.forEach((key, each) -> map.put(key.toString(), value(element, each)));
    return map;
  }

  /** No bytes at all stand for null in a case file. */
  private static Object bytes(Schema schema, ByteBuffer bytes) {
    LogicalType logical = schema.getLogicalType();
    if (logical instanceof LogicalTypes.Decimal) {
      return DECIMALS.fromBytes(bytes, schema, logical);
    }
    return bytes.hasRemaining() ? bytes : null;
  }
}
