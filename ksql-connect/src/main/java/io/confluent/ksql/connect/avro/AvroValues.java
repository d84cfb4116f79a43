package io.confluent.ksql.connect.avro;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.generic.GenericData;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;

/** Makes values of Avro of those of Kafka Connect. */
final class AvroValues {
  private AvroValues() {}

  static Object of(Schema schema, Object value, org.apache.avro.Schema avro) {
    if (value == null) {
      return null;
    }
    Optional<org.apache.avro.Schema> optional = ConnectSchemas.optional(avro);
    return required(schema, value, optional.orElse(avro));
  }

  private static Object required(Schema schema, Object value, org.apache.avro.Schema avro) {
    return switch (schema.type()) {
      case INT8, INT16 -> ((Number) value).intValue();
      case INT32 ->
          !(value instanceof java.util.Date time)
              ? value
              : Date.LOGICAL_NAME.equals(schema.name())
                  ? Date.fromLogical(schema, time)
                  : Time.fromLogical(schema, time);
      case INT64 ->
          value instanceof java.util.Date time ? Timestamp.fromLogical(schema, time) : value;
      case BYTES ->
          value instanceof BigDecimal number
              ? ByteBuffer.wrap(Decimal.fromLogical(schema, number))
              : value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value;
      case ARRAY -> array(schema, (List<?>) value, avro);
      case MAP -> map(schema, (Map<?, ?>) value, avro);
      case STRUCT -> record(schema, (Struct) value, avro);
      case BOOLEAN, FLOAT32, FLOAT64, STRING -> value;
    };
  }

  private static Object array(Schema schema, List<?> list, org.apache.avro.Schema avro) {
    List<Object> elements = new ArrayList<>();
    list.forEach(element -> elements.add(of(schema.valueSchema(), element, avro.getElementType())));
    return elements;
  }

  private static Object map(Schema schema, Map<?, ?> map, org.apache.avro.Schema avro) {
    Map<Object, Object> entries = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> entries.put(key, of(schema.valueSchema(), value, avro.getValueType())));
    return entries;
  }

  private static Object record(Schema schema, Struct struct, org.apache.avro.Schema avro) {
    GenericData.Record record = new GenericData.Record(avro);
    schema
        .fields()
        .forEach(
            field ->
                record.put(
                    field.name(),
                    of(field.schema(), struct.get(field), avro.getField(field.name()).schema())));
    return record;
  }
}
