package io.confluent.ksql.planner.command;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.confluent.ksql.planner.expr.Constant;
import io.confluent.ksql.planner.function.TypeText;
import io.confluent.ksql.schema.ksql.types.SqlArray;
import io.confluent.ksql.schema.ksql.types.SqlMap;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.value.StructValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Constants as JSON: the value in a form that its type says how to read back. */
final class ConstantJson {
  private static final String VALUE = "value";
  private static final String TYPE = "type";

  private ConstantJson() {}

  static final class Writer extends StdSerializer<Constant> {
    Writer() {
      super(Constant.class);
    }

    @Override
    public void serialize(Constant constant, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeStartObject();
      writeMembers(constant, out, provider);
      out.writeEndObject();
    }

    @Override
    public void serializeWithType(
        Constant constant, JsonGenerator out, SerializerProvider provider, TypeSerializer types)
        throws IOException {
      out.writeStartObject();
      out.writeStringField("expr", "constant");
      writeMembers(constant, out, provider);
      out.writeEndObject();
    }

    private static void writeMembers(
        Constant constant, JsonGenerator out, SerializerProvider provider) throws IOException {
      out.writeStringField(TYPE, constant.type().toString());
      out.writeFieldName(VALUE);
      provider.defaultSerializeValue(toJson(constant.value(), constant.type()), out);
    }

    private static Object toJson(Object value, SqlType type) {
      if (value == null) {
        return null;
      }
      return switch (type.baseType()) {
        case BOOLEAN, INTEGER, STRING -> value;
        // As text: JSON numbers of other readers lose digits, and NaN is none.
        case BIGINT, DOUBLE -> value.toString();
        case DECIMAL -> ((BigDecimal) value).toPlainString();
        case TIME, DATE, TIMESTAMP -> Long.toString(((java.util.Date) value).getTime());
        case BYTES -> Base64.getEncoder().encodeToString(bytes((ByteBuffer) value));
        case ARRAY -> items((List<?>) value, ((SqlArray) type).getItemType());
        case MAP -> entries((Map<?, ?>) value, (SqlMap) type);
        case STRUCT -> fields((StructValue) value);
      };
    }

    private static byte[] bytes(ByteBuffer buffer) {
      byte[] bytes = new byte[buffer.remaining()];
      buffer.duplicate().get(bytes);
      return bytes;
    }

    private static List<Object> items(List<?> values, SqlType type) {
      List<Object> items = new ArrayList<>();
      values.forEach(value -> items.add(toJson(value, type)));
      return items;
    }

    /** Keys and values in turn, since keys need not be texts. */
    private static List<Object> entries(Map<?, ?> map, SqlMap type) {
      List<Object> entries = new ArrayList<>();
      map.forEach(
          (key, value) -> {
            entries.add(toJson(key, type.getKeyType()));
            entries.add(toJson(value, type.getValueType()));
          });
      return entries;
    }

    private static List<Object> fields(StructValue struct) {
      List<Object> fields = new ArrayList<>();
      for (SqlStruct.Field field : struct.type().fields()) {
        fields.add(toJson(struct.value(field.index()), field.type()));
      }
      return fields;
    }
  }

  static final class Reader extends StdDeserializer<Constant> {
    Reader() {
      super(Constant.class);
    }

    @Override
    public Constant deserialize(JsonParser in, DeserializationContext context) throws IOException {
      JsonNode node = in.readValueAsTree();
      SqlType type = TypeText.parse(node.required(TYPE).textValue());
      return new Constant(fromJson(node.required(VALUE), type), type);
    }

    @Override
    public Object deserializeWithType(
        JsonParser in, DeserializationContext context, TypeDeserializer types) throws IOException {
      return types.deserializeTypedFromObject(in, context);
    }

    private static Object fromJson(JsonNode json, SqlType type) throws IOException {
      if (json.isNull()) {
        return null;
      }
      return switch (type.baseType()) {
        case BOOLEAN -> json.booleanValue();
        case INTEGER -> json.intValue();
        case STRING -> json.textValue();
        case BIGINT -> Long.valueOf(json.textValue());
        case DOUBLE -> Double.valueOf(json.textValue());
        case DECIMAL -> new BigDecimal(json.textValue());
        case TIME -> new java.sql.Time(Long.parseLong(json.textValue()));
        case DATE -> new java.sql.Date(Long.parseLong(json.textValue()));
        case TIMESTAMP -> new java.sql.Timestamp(Long.parseLong(json.textValue()));
        case BYTES -> ByteBuffer.wrap(Base64.getDecoder().decode(json.textValue()));
        case ARRAY -> array(json, ((SqlArray) type).getItemType());
        case MAP -> map(json, (SqlMap) type);
        case STRUCT -> struct(json, (SqlStruct) type);
      };
    }

    private static List<Object> array(JsonNode json, SqlType type) throws IOException {
      List<Object> items = new ArrayList<>();
      for (JsonNode item : json) {
        items.add(fromJson(item, type));
      }
      return items;
    }

    private static Map<Object, Object> map(JsonNode json, SqlMap type) throws IOException {
      Map<Object, Object> map = new LinkedHashMap<>();
      for (int i = 0; i + 1 < json.size(); i += 2) {
        map.put(
            fromJson(json.get(i), type.getKeyType()),
            fromJson(json.get(i + 1), type.getValueType()));
      }
      return map;
    }

    private static StructValue struct(JsonNode json, SqlStruct type) throws IOException {
      Object[] values = new Object[type.fields().size()];
      for (SqlStruct.Field field : type.fields()) {
        values[field.index()] = fromJson(json.get(field.index()), field.type());
      }
      return new StructValue(type, values);
    }
  }
}
