package io.confluent.ksql.serde.jsonschema;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.confluent.ksql.schema.ksql.types.SqlArray;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.schema.ksql.types.SqlDecimal;
import io.confluent.ksql.schema.ksql.types.SqlMap;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.serde.EncodeException;
import io.confluent.ksql.serde.FieldNames;
import io.confluent.ksql.serde.json.JsonWriter;
import io.confluent.ksql.serde.json.MemberWriter;
import io.confluent.ksql.serde.json.MemberWriter.OnNull;
import io.confluent.ksql.serde.jsonschema.JsonShape.Scalar.Token;
import io.confluent.ksql.value.StructValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Makes writers of values of one SQL type with a shape. */
final class ShapeWriter implements JsonShape.Visitor<JsonWriter> {
  private static final JsonMapper CONSTANTS = new JsonMapper();

  private final SqlType type;

  private ShapeWriter(SqlType type) {
    this.type = type;
  }

  /**
   * The writer of a type with a shape, which may be another than the one made from the type.
   *
   * @throws EncodeException if the shape cannot hold such values
   */
  static JsonWriter of(SqlType type, JsonShape shape) {
    return shape.accept(new ShapeWriter(type));
  }

  private static JsonWriter inside(SqlType type, JsonShape.Slot slot) {
    JsonWriter writer = of(type, slot.shape());
    return (value, json) -> {
      if (value != null) {
        writer.write(value, json);
      } else if (slot.isNullable()) {
        json.writeNull();
      } else {
        throw new EncodeException("The schema does not allow null");
      }
    };
  }

  @Override
  public JsonWriter scalar(JsonShape.Scalar shape) {
    SqlBaseType from = type.baseType();
    SqlBaseType to = shape.type().baseType();
    if (from != to && !(from == SqlBaseType.INTEGER && to == SqlBaseType.BIGINT)) {
      throw mismatch(to.name());
    }
    JsonWriter writer =
        shape.type() instanceof SqlDecimal decimal
            ? decimal(decimal.getScale(), shape.token())
            : JsonWriter.of(type);
    return shape.allowed().isEmpty() || shape.token() != Token.STRING
        ? writer
        : onlyAllowed(shape, writer);
  }

  private static JsonWriter onlyAllowed(JsonShape.Scalar shape, JsonWriter writer) {
    return (value, json) -> {
      if (!shape.allowed().contains(JsonNodeFactory.instance.textNode(value.toString()))) {
        throw new EncodeException("The schema's list of values has no " + value);
      }
      writer.write(value, json);
    };
  }

  private static JsonWriter decimal(int scale, Token token) {
    return (value, json) -> {
      BigDecimal scaled;
      try {
        scaled = ((BigDecimal) value).setScale(scale, RoundingMode.UNNECESSARY);
      } catch (ArithmeticException e) {
        throw new EncodeException(value + " has more than " + scale + " digits after the point", e);
      }
      if (token == Token.STRING) {
        json.writeString(Base64.getEncoder().encodeToString(scaled.unscaledValue().toByteArray()));
      } else {
        json.writeNumber(scaled);
      }
    };
  }

  @Override
  public JsonWriter items(JsonShape.Items shape) {
    if (!(type instanceof SqlArray array)) {
      throw mismatch("ARRAY");
    }
    JsonWriter item = inside(array.getItemType(), shape.item());
    return (value, json) -> {
      json.writeStartArray();
      for (Object each : (List<?>) value) {
        item.write(each, json);
      }
      json.writeEndArray();
    };
  }

  @Override
  public JsonWriter entries(JsonShape.Entries shape) {
    if (!(type instanceof SqlMap map)) {
      throw mismatch("MAP");
    }
    JsonWriter values = inside(map.getValueType(), shape.value());
    return switch (shape.form()) {
      case OBJECT -> (value, json) -> writeObject((Map<?, ?>) value, values, json);
      case LIST -> (value, json) -> writeList((Map<?, ?>) value, values, json);
    };
  }

  private static void writeObject(Map<?, ?> map, JsonWriter values, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      json.writeFieldName(String.valueOf(entry.getKey()));
      values.write(entry.getValue(), json);
    }
    json.writeEndObject();
  }

  private static void writeList(Map<?, ?> map, JsonWriter values, JsonGenerator json)
      throws IOException {
    json.writeStartArray();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      json.writeStartObject();
      json.writeStringField(Keywords.KEY, String.valueOf(entry.getKey()));
      json.writeFieldName(Keywords.VALUE);
      values.write(entry.getValue(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  @Override
  public JsonWriter members(JsonShape.Members shape) {
    if (!(type instanceof SqlStruct struct)) {
      throw mismatch("STRUCT");
    }
    return JsonWriter.ofMembers(members(struct, shape));
  }

  /** The writer of a struct with all members of the shape. */
  static MemberWriter members(SqlStruct struct, JsonShape.Members shape) {
    int[] positions = FieldNames.positions(shape.names(), struct);
    List<MemberWriter.Member> members = new ArrayList<>();
    for (int i = 0; i < positions.length; i++) {
      JsonShape.Member member = shape.members().get(i);
      if (positions[i] == FieldNames.NONE) {
        members.add(missing(member));
      } else {
        members.add(present(struct.fields().get(positions[i]), member));
      }
    }
    FieldNames.refuseLeftOut(struct, positions, shape.name());
    return new MemberWriter(members);
  }

  private static MemberWriter.Member present(SqlStruct.Field field, JsonShape.Member member) {
    try {
      return new MemberWriter.Member(
          member.name(), field.index(), of(field.type(), member.slot().shape()), onNull(member));
    } catch (EncodeException e) {
      throw e.inside(field.name());
    }
  }

  /** A member that the row does not have. */
  private static MemberWriter.Member missing(JsonShape.Member member) {
    if (member.isRequired() && !member.slot().isNullable() && member.otherwise().isEmpty()) {
      throw new EncodeException(
          "The schema's field "
              + member.name()
              + " has no default, and the row has no such column");
    }
    OnNull onNull = member.otherwise().map(ShapeWriter::constant).orElseGet(() -> onNull(member));
    return new MemberWriter.Member(
        member.name(), FieldNames.NONE, (value, json) -> json.writeNull(), onNull);
  }

  private static OnNull onNull(JsonShape.Member member) {
    if (member.slot().isNullable()) {
      return OnNull.WRITE;
    }
    return member.isRequired()
        ? member.otherwise().map(ShapeWriter::constant).orElse(OnNull.REFUSE)
        : OnNull.LEAVE_OUT;
  }

  private static OnNull constant(JsonNode value) {
    return (name, json) -> {
      json.writeFieldName(name);
      CONSTANTS.writeTree(json, value);
    };
  }

  @Override
  public JsonWriter choice(JsonShape.Choice shape) {
    if (!(type instanceof SqlStruct struct)) {
      throw mismatch("a choice of types");
    }
    JsonWriter[] writers = new JsonWriter[struct.fields().size()];
    for (int i = 0; i < shape.branches().size(); i++) {
      int field = FieldNames.positionOf(JsonShape.Choice.fieldName(i), struct);
      if (field != FieldNames.NONE) {
        writers[field] = of(struct.fields().get(field).type(), shape.branches().get(i));
      }
    }
    return (value, json) -> {
      StructValue chosen = (StructValue) value;
      for (int i = 0; i < writers.length; i++) {
        if (writers[i] != null && chosen.value(i) != null) {
          writers[i].write(chosen.value(i), json);
          return;
        }
      }
      json.writeNull();
    };
  }

  @Override
  public JsonWriter unknown(JsonShape.Unknown shape) {
    throw mismatch("something of which the schema says nothing");
  }

  private EncodeException mismatch(String to) {
    return new EncodeException("A value of type " + type + " cannot be written as " + to);
  }
}
