package io.confluent.ksql.serde.avro;

import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/** What an Avro schema means in SQL, by its type and the annotations that Kafka Connect knows. */
final class AvroShape {
  /** Marks the record of which an array stands for a map. */
  static final String INTERNAL_TYPE = "connect.internal.type";

  static final String MAP_ENTRY = "MapEntry";
  static final String CONNECT_NAME = "connect.name";
  static final String CONNECT_PARAMETERS = "connect.parameters";
  static final String CONNECT_PRECISION = "connect.decimal.precision";
  static final String CONNECT_DECIMAL = "org.apache.kafka.connect.data.Decimal";

  private static final int DEFAULT_PRECISION = 64;

  private AvroShape() {}

  /** The kind of SQL type; empty for null and for unions. */
  static Optional<SqlBaseType> kind(Schema schema) {
    return switch (schema.getType()) {
      case BOOLEAN -> Optional.of(SqlBaseType.BOOLEAN);
      case INT ->
          Optional.of(
              means(schema, "date", "Date")
                  ? SqlBaseType.DATE
                  : means(schema, "time-millis", "Time") ? SqlBaseType.TIME : SqlBaseType.INTEGER);
      case LONG ->
          Optional.of(
              means(schema, "timestamp-millis", "Timestamp")
                  ? SqlBaseType.TIMESTAMP
                  : SqlBaseType.BIGINT);
      case FLOAT, DOUBLE -> Optional.of(SqlBaseType.DOUBLE);
      case STRING, ENUM -> Optional.of(SqlBaseType.STRING);
      case BYTES, FIXED ->
          Optional.of(
              means(schema, "decimal", "Decimal") ? SqlBaseType.DECIMAL : SqlBaseType.BYTES);
      case ARRAY -> Optional.of(isMapOfEntries(schema) ? SqlBaseType.MAP : SqlBaseType.ARRAY);
      case MAP -> Optional.of(SqlBaseType.MAP);
      case RECORD -> Optional.of(SqlBaseType.STRUCT);
      case NULL, UNION -> Optional.empty();
    };
  }

  private static boolean means(Schema schema, String logicalType, String connectType) {
    return logicalType.equals(schema.getProp("logicalType"))
        || ("org.apache.kafka.connect.data." + connectType).equals(schema.getProp(CONNECT_NAME));
  }

  /** Digits of a decimal in all. */
  static int precision(Schema schema) {
    return number(schema, "precision", CONNECT_PRECISION, DEFAULT_PRECISION);
  }

  /** Digits of a decimal after the point. */
  static int scale(Schema schema) {
    return number(schema, "scale", "scale", 0);
  }

  private static int number(Schema schema, String property, String parameter, int otherwise) {
    if (schema.getObjectProp(property) instanceof Number number) {
      return number.intValue();
    }
    if (schema.getObjectProp(CONNECT_PARAMETERS) instanceof Map<?, ?> parameters
        && parameters.get(parameter) instanceof String text
        && text.matches("\\d{1,9}")) {
      return Integer.parseInt(text);
    }
    return otherwise;
  }

  /** Whether an array schema is that of a map, written as a list of entries. */
  static boolean isMapOfEntries(Schema array) {
    Schema item = array.getElementType();
    return item.getType() == Schema.Type.RECORD
        && MAP_ENTRY.equals(item.getProp(INTERNAL_TYPE))
        && item.getField("key") != null
        && item.getField("value") != null;
  }

  /** Type of the values of a map, written either way. */
  static Schema mapValues(Schema map) {
    return map.getType() == Schema.Type.MAP
        ? map.getValueType()
        : map.getElementType().getField("value").schema();
  }

  /** The branches of a union other than null. */
  static List<Schema> nonNull(Schema union) {
    return union.getTypes().stream().filter(type -> type.getType() != Schema.Type.NULL).toList();
  }

  /** The name of the field that stands for a branch of a union. */
  static String branchName(Schema branch) {
    return branch.getName();
  }
}
