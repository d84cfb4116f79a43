package io.confluent.ksql.connect.avro;

import java.util.List;
import java.util.Optional;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema.Type;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.errors.DataException;

/** Makes the schema of Kafka Connect for an Avro schema. */
final class ConnectSchemas {
  /** Kafka Connect knows the scale of a decimal number only. */
  static final String PRECISION = "connect.decimal.precision";

  private ConnectSchemas() {}

  static Schema of(org.apache.avro.Schema avro) {
    try {
      return builder(avro).build();
    } catch (StackOverflowError e) {
      throw new DataException("A record that holds itself has no schema in Kafka Connect.", e);
    }
  }

  /** The branch of a union that is not null; empty if the type cannot be null. */
  static Optional<org.apache.avro.Schema> optional(org.apache.avro.Schema avro) {
    if (avro.getType() != Type.UNION) {
      return Optional.empty();
    }
    List<org.apache.avro.Schema> others =
        avro.getTypes().stream().filter(branch -> branch.getType() != Type.NULL).toList();
    if (others.size() != 1 || avro.getTypes().size() != 2) {
      throw new DataException("Kafka Connect has no type for the union " + avro + ".");
    }
    return Optional.of(others.get(0));
  }

  private static SchemaBuilder builder(org.apache.avro.Schema avro) {
    Optional<org.apache.avro.Schema> optional = optional(avro);
    return optional.isPresent() ? required(optional.get()).optional() : required(avro);
  }

  private static SchemaBuilder required(org.apache.avro.Schema avro) {
    LogicalType logical = avro.getLogicalType();
    return switch (avro.getType()) {
      case BOOLEAN -> SchemaBuilder.bool();
      case INT ->
          logical instanceof LogicalTypes.Date
              ? Date.builder()
              : logical instanceof LogicalTypes.TimeMillis ? Time.builder() : SchemaBuilder.int32();
      case LONG ->
          logical instanceof LogicalTypes.TimestampMillis
                  || logical instanceof LogicalTypes.TimestampMicros
              ? Timestamp.builder()
              : SchemaBuilder.int64();
      case FLOAT -> SchemaBuilder.float32();
      case DOUBLE -> SchemaBuilder.float64();
      case BYTES, FIXED ->
          logical instanceof LogicalTypes.Decimal decimal
              ? Decimal.builder(decimal.getScale())
                  .parameter(PRECISION, Integer.toString(decimal.getPrecision()))
              : SchemaBuilder.bytes();
      case STRING, ENUM -> SchemaBuilder.string();
      case ARRAY -> SchemaBuilder.array(of(avro.getElementType()));
      case MAP -> SchemaBuilder.map(Schema.STRING_SCHEMA, of(avro.getValueType()));
      case RECORD -> struct(avro);
      case NULL, UNION -> throw new DataException("Kafka Connect has no type for " + avro + ".");
    };
  }

  private static SchemaBuilder struct(org.apache.avro.Schema avro) {
    SchemaBuilder struct = SchemaBuilder.struct().name(avro.getFullName());
    avro.getFields().forEach(field -> struct.field(field.name(), of(field.schema())));
    return struct;
  }
}
