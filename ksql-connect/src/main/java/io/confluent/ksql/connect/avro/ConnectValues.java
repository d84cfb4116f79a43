package io.confluent.ksql.connect.avro;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;

/** Makes values of Kafka Connect of those of Avro. */
final class ConnectValues {
  private ConnectValues() {}

  static Object of(Schema schema, Object value, org.apache.avro.Schema avro) {
    return value == null
        ? null
        : required(schema, value, ConnectSchemas.optional(avro).orElse(avro));
  }

  private static Object required(Schema schema, Object value, org.apache.avro.Schema avro) {
    return switch (schema.type()) {
      case INT32 ->
          Date.LOGICAL_NAME.equals(schema.name())
              ? Date.toLogical(schema, (Integer) value)
              : Time.LOGICAL_NAME.equals(schema.name())
                  ? Time.toLogical(schema, (Integer) value)
                  : value;
      case INT64 -> int64(schema, (Long) value, avro);
      case STRING -> value.toString();
      case BYTES -> bytes(schema, value);
      case ARRAY -> array(schema, (List<?>) value, avro);
      case MAP -> map(schema, (Map<?, ?>) value, avro);
      case STRUCT -> struct(schema, (GenericRecord) value);
      case BOOLEAN, FLOAT32, FLOAT64, INT8, INT16 -> value;
    };
  }

  private static Object int64(Schema schema, long value, org.apache.avro.Schema avro) {
    if (!Timestamp.LOGICAL_NAME.equals(schema.name())) {
      return value;
    }
    boolean micros = avro.getLogicalType() instanceof LogicalTypes.TimestampMicros;
    return Timestamp.toLogical(schema, micros ? Math.floorDiv(value, 1000) : value);
  }

  private static Object bytes(Schema schema, Object value) {
    byte[] bytes;
    if (value instanceof GenericFixed fixed) {
      bytes = fixed.bytes();
    } else {
      ByteBuffer buffer = ((ByteBuffer) value).duplicate();
      bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
    }
    return Decimal.LOGICAL_NAME.equals(schema.name()) ? Decimal.toLogical(schema, bytes) : bytes;
  }

  private static Object array(Schema schema, List<?> list, org.apache.avro.Schema avro) {
    List<Object> elements = new ArrayList<>();
    list.forEach(element -> elements.add(of(schema.valueSchema(), element, avro.getElementType())));
    return elements;
  }

  private static Object map(Schema schema, Map<?, ?> map, org.apache.avro.Schema avro) {
    Map<Object, Object> entries = new LinkedHashMap<>();
    map.forEach(
        (key, value) ->
            entries.put(key.toString(), of(schema.valueSchema(), value, avro.getValueType())));
    return entries;
  }

  private static Object struct(Schema schema, GenericRecord record) {
    Struct struct = new Struct(schema);
    for (Field field : schema.fields()) {
      struct.put(
          field,
          of(
              field.schema(),
              record.get(field.name()),
              record.getSchema().getField(field.name()).schema()));
    }
    return struct;
  }
}
