package io.confluent.ksql.planner.function;

import io.confluent.ksql.schema.ksql.types.SqlArray;
import io.confluent.ksql.schema.ksql.types.SqlDecimal;
import io.confluent.ksql.schema.ksql.types.SqlMap;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.util.KsqlException;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;

/** Kafka Connect's schemas of SQL types, everything optional, and back. */
final class ConnectSchemas {
  private static final String PRECISION = "connect.decimal.precision";
  private static final String DEFAULT_PRECISION = "64";

  private ConnectSchemas() {}

  static Schema of(SqlType type) {
    return builder(type).optional().build();
  }

  private static SchemaBuilder builder(SqlType type) {
    return switch (type.baseType()) {
      case BOOLEAN -> SchemaBuilder.bool();
      case INTEGER -> SchemaBuilder.int32();
      case BIGINT -> SchemaBuilder.int64();
      case DOUBLE -> SchemaBuilder.float64();
      case STRING -> SchemaBuilder.string();
      case BYTES -> SchemaBuilder.bytes();
      case TIME -> Time.builder();
      case DATE -> Date.builder();
      case TIMESTAMP -> Timestamp.builder();
      case DECIMAL -> decimal((SqlDecimal) type);
      case ARRAY -> SchemaBuilder.array(of(((SqlArray) type).getItemType()));
      case MAP ->
          SchemaBuilder.map(of(((SqlMap) type).getKeyType()), of(((SqlMap) type).getValueType()));
      case STRUCT -> struct((SqlStruct) type);
    };
  }

  private static SchemaBuilder decimal(SqlDecimal type) {
    return Decimal.builder(type.getScale())
        .parameter(PRECISION, Integer.toString(type.getPrecision()));
  }

  private static SchemaBuilder struct(SqlStruct type) {
    SchemaBuilder builder = SchemaBuilder.struct();
    for (SqlStruct.Field field : type.fields()) {
      builder.field(field.name(), of(field.type()));
    }
    return builder;
  }

  static SqlType sqlType(Schema schema) {
    return switch (schema.type()) {
      case BOOLEAN -> SqlTypes.BOOLEAN;
      case INT8, INT16, INT32 -> int32(schema);
      case INT64 ->
          Timestamp.LOGICAL_NAME.equals(schema.name()) ? SqlTypes.TIMESTAMP : SqlTypes.BIGINT;
      case FLOAT32, FLOAT64 -> SqlTypes.DOUBLE;
      case STRING -> SqlTypes.STRING;
      case BYTES -> bytes(schema);
      case ARRAY -> SqlTypes.array(sqlType(schema.valueSchema()));
      case MAP -> SqlTypes.map(sqlType(schema.keySchema()), sqlType(schema.valueSchema()));
      case STRUCT -> struct(schema);
    };
  }

  private static SqlType int32(Schema schema) {
    if (Time.LOGICAL_NAME.equals(schema.name())) {
      return SqlTypes.TIME;
    }
    return Date.LOGICAL_NAME.equals(schema.name()) ? SqlTypes.DATE : SqlTypes.INTEGER;
  }

  private static SqlType bytes(Schema schema) {
    if (!Decimal.LOGICAL_NAME.equals(schema.name())) {
      return SqlTypes.BYTES;
    }
    String scale = schema.parameters().get(Decimal.SCALE_FIELD);
    String precision = schema.parameters().getOrDefault(PRECISION, DEFAULT_PRECISION);
    try {
      return SqlTypes.decimal(Integer.parseInt(precision), Integer.parseInt(scale));
    } catch (NumberFormatException e) {
      throw new KsqlException("A decimal of a struct has no valid scale: " + scale, e);
    }
  }

  private static SqlType struct(Schema schema) {
    SqlStruct.Builder builder = SqlTypes.struct();
    for (Field field : schema.fields()) {
      builder.field(field.name(), sqlType(field.schema()));
    }
    return builder.build();
  }
}
