package io.confluent.ksql.serde.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.ksql.types.SqlArray;
import io.confluent.ksql.schema.ksql.types.SqlDecimal;
import io.confluent.ksql.schema.ksql.types.SqlMap;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import java.util.List;

/** Schemas as Kafka Connect's JSON converter writes and reads them. */
final class ConnectSchemaText {
  private static final String LOGICAL = "org.apache.kafka.connect.data.";

  private ConnectSchemaText() {}

  static String ofValue(SqlType type) {
    return schema(type).toString();
  }

  static String ofRow(List<Column> columns) {
    ArrayNode fields = JsonNodeFactory.instance.arrayNode();
    columns.forEach(column -> fields.add(field(column.name(), column.type())));
    return struct(fields).toString();
  }

  private static ObjectNode schema(SqlType type) {
    return switch (type.baseType()) {
      case BOOLEAN -> plain("boolean");
      case INTEGER -> plain("int32");
      case BIGINT -> plain("int64");
      case DOUBLE -> plain("double");
      case STRING -> plain("string");
      case BYTES -> plain("bytes");
      case DECIMAL -> decimal((SqlDecimal) type);
      case TIME -> logical("int32", "Time");
      case DATE -> logical("int32", "Date");
      case TIMESTAMP -> logical("int64", "Timestamp");
      case ARRAY -> plain("array").set("items", schema(((SqlArray) type).getItemType()));
      case MAP ->
          plain("map")
              .<ObjectNode>set("keys", plain("string"))
              .set("values", schema(((SqlMap) type).getValueType()));
      case STRUCT -> {
        ArrayNode fields = JsonNodeFactory.instance.arrayNode();
        ((SqlStruct) type).fields().forEach(f -> fields.add(field(f.name(), f.type())));
        yield struct(fields);
      }
    };
  }

  private static ObjectNode plain(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type).put("optional", true);
  }

  private static ObjectNode logical(String type, String name) {
    return plain(type).put("name", LOGICAL + name).put("version", 1);
  }

  private static ObjectNode decimal(SqlDecimal type) {
    ObjectNode schema = logical("bytes", "Decimal");
    schema.putObject("parameters").put("scale", Integer.toString(type.getScale()));
    return schema;
  }

  private static JsonNode field(String name, SqlType type) {
    return schema(type).put("field", name);
  }

  private static ObjectNode struct(ArrayNode fields) {
    return plain("struct").set("fields", fields);
  }
}
