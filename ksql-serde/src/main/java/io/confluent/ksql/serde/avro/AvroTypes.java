package io.confluent.ksql.serde.avro;

import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.serde.ForeignType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;

/** Finds what Avro schemas mean. */
final class AvroTypes {
  private static final ForeignType NULL = new ForeignType.Untyped("is always null");

  private final Set<String> open = new HashSet<>();

  /** What a schema means. */
  ForeignType typeOf(Schema schema) {
    return switch (schema.getType()) {
      case UNION -> ofUnion(schema);
      case NULL -> NULL;
      case BOOLEAN -> new ForeignType.Scalar(SqlTypes.BOOLEAN);
      case FLOAT, DOUBLE -> new ForeignType.Scalar(SqlTypes.DOUBLE);
      case STRING, ENUM -> new ForeignType.Scalar(SqlTypes.STRING);
      case INT, LONG, BYTES, FIXED -> ofAnnotated(schema);
      case ARRAY ->
          AvroShape.isMapOfEntries(schema)
              ? new ForeignType.MapOf(typeOf(AvroShape.mapValues(schema)))
              : new ForeignType.ListOf(typeOf(schema.getElementType()));
      case MAP -> new ForeignType.MapOf(typeOf(AvroShape.mapValues(schema)));
      case RECORD -> ofRecord(schema);
    };
  }

  private static ForeignType ofAnnotated(Schema schema) {
    return switch (AvroShape.kind(schema).orElseThrow()) {
      case INTEGER -> new ForeignType.Scalar(SqlTypes.INTEGER);
      case BIGINT -> new ForeignType.Scalar(SqlTypes.BIGINT);
      case DATE -> new ForeignType.Scalar(SqlTypes.DATE);
      case TIME -> new ForeignType.Scalar(SqlTypes.TIME);
      case TIMESTAMP -> new ForeignType.Scalar(SqlTypes.TIMESTAMP);
      case BYTES -> new ForeignType.Scalar(SqlTypes.BYTES);
      case DECIMAL -> {
        int precision = AvroShape.precision(schema);
        int scale = AvroShape.scale(schema);
        yield precision >= 1 && scale >= 0 && scale <= precision
            ? new ForeignType.Scalar(SqlTypes.decimal(precision, scale))
            : new ForeignType.Untyped("is a decimal with a scale that SQL does not have");
      }
      case BOOLEAN, DOUBLE, STRING, ARRAY, MAP, STRUCT -> throw new AssertionError(schema);
    };
  }

  private ForeignType ofUnion(Schema union) {
    List<Schema> branches = AvroShape.nonNull(union);
    if (branches.isEmpty()) {
      return NULL;
    }
    if (branches.size() == 1) {
      return typeOf(branches.get(0));
    }
    List<ForeignType.Field> fields = new ArrayList<>();
    for (Schema branch : branches) {
      fields.add(new ForeignType.Field(AvroShape.branchName(branch), typeOf(branch)));
    }
    return new ForeignType.RecordOf(fields);
  }

  private ForeignType ofRecord(Schema schema) {
    if (!open.add(schema.getFullName())) {
      return new ForeignType.Endless(schema.getFullName());
    }
    List<ForeignType.Field> fields = new ArrayList<>();
    for (Schema.Field field : schema.getFields()) {
      fields.add(new ForeignType.Field(field.name(), typeOf(field.schema())));
    }
    open.remove(schema.getFullName());
    return new ForeignType.RecordOf(fields);
  }
}
