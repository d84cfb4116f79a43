package io.confluent.ksql.serde.jsonschema;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.confluent.ksql.schema.ksql.types.SqlArray;
import io.confluent.ksql.schema.ksql.types.SqlDecimal;
import io.confluent.ksql.schema.ksql.types.SqlMap;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;

/** Makes JSON schemas. Everything inside an object, an array or a map may be null. */
final class SchemaBuilder {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private SchemaBuilder() {}

  /** The schema of values of a type. */
  static ObjectNode ofType(SqlType type) {
    return switch (type.baseType()) {
      case BOOLEAN -> json("boolean");
      case INTEGER -> json("integer", Keywords.INT32);
      case BIGINT -> json("integer", Keywords.INT64);
      case DOUBLE -> json("number", Keywords.FLOAT64);
      case DECIMAL -> ofDecimal((SqlDecimal) type);
      case STRING -> json("string");
      case BYTES -> json("string", Keywords.BYTES);
      case TIME -> titled(json("integer", Keywords.INT32), Keywords.TIME);
      case DATE -> titled(json("integer", Keywords.INT32), Keywords.DATE);
      case TIMESTAMP -> titled(json("integer", Keywords.INT64), Keywords.TIMESTAMP);
      case ARRAY ->
          (ObjectNode) json("array").set(Keywords.ITEMS, orNull(((SqlArray) type).getItemType()));
      case MAP ->
          (ObjectNode)
              json("object", Keywords.MAP)
                  .set(Keywords.ADDITIONAL, orNull(((SqlMap) type).getValueType()));
      case STRUCT -> ofFields((SqlStruct) type);
    };
  }

  /** The schema of objects with these members. */
  static ObjectNode ofFields(SqlStruct struct) {
    ObjectNode schema = json("object");
    ObjectNode properties = schema.putObject(Keywords.PROPERTIES);
    for (SqlStruct.Field field : struct.fields()) {
      ObjectNode property = NODES.objectNode().put(Keywords.CONNECT_INDEX, field.index());
      properties.set(field.name(), property.setAll(orNull(field.type())));
    }
    return schema;
  }

  /** The schema of values of a type and of null. */
  static ObjectNode orNull(SqlType type) {
    return orNull(ofType(type));
  }

  /** The schema that also allows null. */
  static ObjectNode orNull(ObjectNode schema) {
    ObjectNode nullable = NODES.objectNode();
    nullable.putArray(Keywords.ONE_OF).add(json("null")).add(schema);
    return nullable;
  }

  private static ObjectNode ofDecimal(SqlDecimal type) {
    ObjectNode schema = titled(json("number", Keywords.BYTES), Keywords.DECIMAL);
    schema
        .putObject(Keywords.CONNECT_PARAMETERS)
        .put(Keywords.SCALE, Integer.toString(type.getScale()))
        .put(Keywords.PRECISION, Integer.toString(type.getPrecision()));
    return schema;
  }

  private static ObjectNode titled(ObjectNode schema, String title) {
    return schema.put(Keywords.TITLE, title).put(Keywords.CONNECT_VERSION, 1);
  }

  private static ObjectNode json(String type, String connectType) {
    return json(type).put(Keywords.CONNECT_TYPE, connectType);
  }

  private static ObjectNode json(String type) {
    return NODES.objectNode().put(Keywords.TYPE, type);
  }
}
