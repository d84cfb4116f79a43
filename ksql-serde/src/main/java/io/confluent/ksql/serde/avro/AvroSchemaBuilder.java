package io.confluent.ksql.serde.avro;

import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema.Side;
import io.confluent.ksql.schema.ksql.types.SqlArray;
import io.confluent.ksql.schema.ksql.types.SqlDecimal;
import io.confluent.ksql.schema.ksql.types.SqlMap;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.serde.ColumnRules;
import io.confluent.ksql.serde.FieldNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.JsonProperties;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/**
 * Makes the Avro schema of columns. Everything inside a record, an array or a map may be null. A
 * map is written as an array of entries, as its keys may be null, too; the entry's record is named
 * after the path to it, so that two maps in one row do not share a name.
 */
final class AvroSchemaBuilder {
  private final Side side;
  private final Map<String, Schema> records = new HashMap<>();

  AvroSchemaBuilder(Side side) {
    this.side = side;
  }

  /** The schema of rows with these columns. */
  Schema ofColumns(List<Column> columns, String recordName) {
    return record(FieldNames.struct(columns), recordName);
  }

  /** The schema of a bare value. */
  Schema ofValue(SqlType type, String name) {
    return switch (type.baseType()) {
      case BOOLEAN -> Schema.create(Schema.Type.BOOLEAN);
      case INTEGER -> Schema.create(Schema.Type.INT);
      case BIGINT -> Schema.create(Schema.Type.LONG);
      case DOUBLE -> Schema.create(Schema.Type.DOUBLE);
      case DECIMAL -> decimal((SqlDecimal) type);
      case STRING -> Schema.create(Schema.Type.STRING);
      case BYTES -> Schema.create(Schema.Type.BYTES);
      case TIME -> LogicalTypes.timeMillis().addToSchema(Schema.create(Schema.Type.INT));
      case DATE -> LogicalTypes.date().addToSchema(Schema.create(Schema.Type.INT));
      case TIMESTAMP -> LogicalTypes.timestampMillis().addToSchema(Schema.create(Schema.Type.LONG));
      case ARRAY -> Schema.createArray(nullable(ofValue(((SqlArray) type).getItemType(), name)));
      case MAP -> Schema.createArray(mapEntry((SqlMap) type, name));
      case STRUCT -> record((SqlStruct) type, name);
    };
  }

  private Schema record(SqlStruct struct, String name) {
    List<Schema.Field> fields = new ArrayList<>();
    for (SqlStruct.Field field : struct.fields()) {
      fields.add(nullField(field.name(), ofValue(field.type(), name + "_" + field.name())));
    }
    Schema record = Schema.createRecord(name, null, null, false, fields);
    record.addProp(AvroShape.CONNECT_NAME, record.getFullName());
    return named(record);
  }

  /** Field B_C of column A and field C of column A_B have the same path, but may differ. */
  private Schema named(Schema record) {
    Schema other = records.putIfAbsent(record.getFullName(), record);
    if (other != null && !other.equals(record)) {
      throw ColumnRules.refusal(
          AvroFormat.NAME,
          side,
          "Two nested types would both be named " + record.getName() + " in Avro.");
    }
    return record;
  }

  private Schema mapEntry(SqlMap map, String name) {
    List<Schema.Field> fields =
        List.of(
            nullField("key", ofValue(map.getKeyType(), name + "_MapKey")),
            nullField("value", ofValue(map.getValueType(), name + "_MapValue")));
    Schema entry = Schema.createRecord(name, null, null, false, fields);
    entry.addProp(AvroShape.INTERNAL_TYPE, AvroShape.MAP_ENTRY);
    return named(entry);
  }

  private static Schema.Field nullField(String name, Schema schema) {
    return new Schema.Field(name, nullable(schema), null, JsonProperties.NULL_VALUE);
  }

  private static Schema nullable(Schema schema) {
    return Schema.createUnion(Schema.create(Schema.Type.NULL), schema);
  }

  private static Schema decimal(SqlDecimal type) {
    Schema schema = Schema.create(Schema.Type.BYTES);
    schema.addProp("connect.version", 1);
    TreeMap<String, String> parameters = new TreeMap<>();
    parameters.put("scale", Integer.toString(type.getScale()));
    parameters.put(AvroShape.CONNECT_PRECISION, Integer.toString(type.getPrecision()));
    schema.addProp(AvroShape.CONNECT_PARAMETERS, parameters);
    schema.addProp(AvroShape.CONNECT_NAME, AvroShape.CONNECT_DECIMAL);
    return LogicalTypes.decimal(type.getPrecision(), type.getScale()).addToSchema(schema);
  }
}
