package io.confluent.ksql.connect.avro;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.JsonProperties;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema.Type;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.errors.DataException;

/** Makes the Avro schema of one schema of Kafka Connect. */
final class AvroSchemas {
  private static final String UNNAMED = "ConnectDefault";
  private static final int MAX_PRECISION = 64;
  private final Set<String> names = new HashSet<>();

  org.apache.avro.Schema of(Schema schema) {
    return of(schema, UNNAMED);
  }

  private org.apache.avro.Schema of(Schema schema, String place) {
    org.apache.avro.Schema type = required(schema, place);
    return schema.isOptional()
        ? org.apache.avro.Schema.createUnion(org.apache.avro.Schema.create(Type.NULL), type)
        : type;
  }

  private org.apache.avro.Schema required(Schema schema, String place) {
    return switch (schema.type()) {
      case BOOLEAN -> org.apache.avro.Schema.create(Type.BOOLEAN);
      case INT8, INT16 -> org.apache.avro.Schema.create(Type.INT);
      case INT32 -> int32(schema);
      case INT64 -> int64(schema);
      case FLOAT32 -> org.apache.avro.Schema.create(Type.FLOAT);
      case FLOAT64 -> org.apache.avro.Schema.create(Type.DOUBLE);
      case STRING -> org.apache.avro.Schema.create(Type.STRING);
      case BYTES -> bytes(schema);
      case ARRAY -> org.apache.avro.Schema.createArray(of(schema.valueSchema(), place));
      case MAP -> map(schema, place);
      case STRUCT -> record(schema, place);
    };
  }

  private static org.apache.avro.Schema int32(Schema schema) {
    org.apache.avro.Schema type = org.apache.avro.Schema.create(Type.INT);
    if (Date.LOGICAL_NAME.equals(schema.name())) {
      return LogicalTypes.date().addToSchema(type);
    }
    return Time.LOGICAL_NAME.equals(schema.name())
        ? LogicalTypes.timeMillis().addToSchema(type)
        : type;
  }

  private static org.apache.avro.Schema int64(Schema schema) {
    org.apache.avro.Schema type = org.apache.avro.Schema.create(Type.LONG);
    return Timestamp.LOGICAL_NAME.equals(schema.name())
        ? LogicalTypes.timestampMillis().addToSchema(type)
        : type;
  }

  private static org.apache.avro.Schema bytes(Schema schema) {
    org.apache.avro.Schema type = org.apache.avro.Schema.create(Type.BYTES);
    if (!Decimal.LOGICAL_NAME.equals(schema.name())) {
      return type;
    }
    int scale = Integer.parseInt(schema.parameters().get(Decimal.SCALE_FIELD));
    String precision = schema.parameters().get(ConnectSchemas.PRECISION);
    return LogicalTypes.decimal(
            precision == null ? Math.max(MAX_PRECISION, scale) : Integer.parseInt(precision), scale)
        .addToSchema(type);
  }

  private org.apache.avro.Schema map(Schema schema, String place) {
    if (schema.keySchema().type() != Schema.Type.STRING || schema.keySchema().isOptional()) {
      throw new DataException("Keys of a map in Avro are texts, and those of this one are not.");
    }
    return org.apache.avro.Schema.createMap(of(schema.valueSchema(), place));
  }

  private org.apache.avro.Schema record(Schema schema, String place) {
    String name = unique(schema.name() == null ? place : schema.name());
    List<org.apache.avro.Schema.Field> fields = new ArrayList<>();
    for (Field field : schema.fields()) {
      org.apache.avro.Schema type = of(field.schema(), name + "_" + field.name());
      fields.add(
          field.schema().isOptional()
              ? new org.apache.avro.Schema.Field(
                  field.name(), type, null, JsonProperties.NULL_VALUE)
              : new org.apache.avro.Schema.Field(field.name(), type));
    }
    return org.apache.avro.Schema.createRecord(name, null, null, false, fields);
  }

  /** A record may stand in a schema twice, and a name only once. */
  private String unique(String wanted) {
    String name = wanted;
    for (int i = 1; !names.add(name); i++) {
      name = wanted + "_" + i;
    }
    return name;
  }
}
