package io.confluent.ksql.serde.jsonschema;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.confluent.ksql.schema.ksql.types.SqlArray;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.schema.ksql.types.SqlDecimal;
import io.confluent.ksql.schema.ksql.types.SqlMap;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.serde.ColumnMask;
import io.confluent.ksql.serde.DecodeException;
import io.confluent.ksql.serde.FieldNames;
import io.confluent.ksql.serde.json.JsonReader;
import io.confluent.ksql.serde.json.MemberReader;
import io.confluent.ksql.value.StructValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes readers of values that were written with a shape, for one SQL type. */
final class ShapeReader implements JsonShape.Visitor<JsonReader> {
  private static final ObjectReader TREES =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build()
          .readerFor(JsonNode.class);

  private static final Set<SqlBaseType> WITH_TEXT =
      Set.of(SqlBaseType.BOOLEAN, SqlBaseType.INTEGER, SqlBaseType.BIGINT, SqlBaseType.DOUBLE);

  private final SqlType type;

  private ShapeReader(SqlType type) {
    this.type = type;
  }

  /**
   * The reader of a shape.
   *
   * @throws DecodeException if such values cannot be read into the type
   */
  static JsonReader of(JsonShape shape, SqlType type) {
    return shape.accept(new ShapeReader(type));
  }

  @Override
  public JsonReader scalar(JsonShape.Scalar shape) {
    SqlBaseType written = shape.type().baseType();
    SqlBaseType wanted = type.baseType();
    boolean readable =
        written == wanted
            || written == SqlBaseType.INTEGER && wanted == SqlBaseType.BIGINT
            || WITH_TEXT.contains(written) && wanted == SqlBaseType.STRING;
    if (!readable) {
      throw mismatch(written.name());
    }
    return shape.type() instanceof SqlDecimal decimal
        ? json -> decimal(json, decimal.getScale())
        : JsonReader.of(type);
  }

  /** The value is taken as it is; it need not fit the type's digits. */
  private static BigDecimal decimal(JsonParser json, int scale) throws IOException {
    if (json.currentToken().isNumeric()) {
      BigDecimal number = json.getDecimalValue();
      // Zeros at the end may be missing in JSON; more digits than the schema has are kept.
      return number.scale() < scale && number.scale() >= 0 ? number.setScale(scale) : number;
    }
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw new DecodeException("A decimal is a JSON number, or the base64 of its digits");
    }
    try {
      return new BigDecimal(new BigInteger(Base64.getDecoder().decode(json.getText())), scale);
    } catch (IllegalArgumentException e) {
      throw new DecodeException(
          DecodeException.shown(json.getText()) + " is not the base64 of a decimal");
    }
  }

  @Override
  public JsonReader items(JsonShape.Items shape) {
    if (!(type instanceof SqlArray array)) {
      throw mismatch("ARRAY");
    }
    return JsonReader.ofItems(of(shape.item().shape(), array.getItemType()));
  }

  @Override
  public JsonReader entries(JsonShape.Entries shape) {
    if (!(type instanceof SqlMap map)) {
      throw mismatch("MAP");
    }
    JsonReader values = of(shape.value().shape(), map.getValueType());
    return switch (shape.form()) {
      case OBJECT -> JsonReader.ofEntries(values);
      case LIST -> ofList(map, values);
    };
  }

  private static JsonReader ofList(SqlMap map, JsonReader values) {
    SqlStruct entry =
        SqlTypes.struct()
            .field(Keywords.KEY, map.getKeyType())
            .field(Keywords.VALUE, map.getValueType())
            .build();
    JsonReader list =
        JsonReader.ofItems(
            JsonReader.ofMembers(
                entry, MemberReader.of(entry, JsonReader.of(map.getKeyType()), values)));
    return json -> {
      Map<Object, Object> read = new LinkedHashMap<>();
      for (Object each : (List<?>) list.read(json)) {
        if (each instanceof StructValue pair) {
          read.put(pair.value(0), pair.value(1));
        }
      }
      return read;
    };
  }

  @Override
  public JsonReader members(JsonShape.Members shape) {
    if (!(type instanceof SqlStruct struct)) {
      throw mismatch("STRUCT");
    }
    return JsonReader.ofMembers(struct, members(shape, struct, ColumnMask.ALL));
  }

  /** The reader of those members that are fields and needed. */
  static MemberReader members(JsonShape.Members shape, SqlStruct struct, ColumnMask needed) {
    int[] positions = FieldNames.positions(shape.names(), struct);
    JsonReader[] readers = new JsonReader[struct.fields().size()];
    for (int i = 0; i < positions.length; i++) {
      int position = positions[i];
      if (position == FieldNames.NONE || !needed.needs(position)) {
        continue;
      }
      SqlStruct.Field field = struct.fields().get(position);
      try {
        readers[position] = of(shape.members().get(i).slot().shape(), field.type());
      } catch (DecodeException e) {
        throw e.inside("." + field.name());
      }
    }
    return MemberReader.of(struct, readers);
  }

  /** A choice is a struct in which the field of the branch that was chosen is not null. */
  @Override
  public JsonReader choice(JsonShape.Choice shape) {
    if (!(type instanceof SqlStruct struct)) {
      throw mismatch("a choice of types");
    }
    int[] positions = new int[shape.branches().size()];
    List<Optional<JsonReader>> readers = new ArrayList<>();
    for (int i = 0; i < positions.length; i++) {
      positions[i] = FieldNames.positionOf(JsonShape.Choice.fieldName(i), struct);
      readers.add(
          positions[i] == FieldNames.NONE
              ? Optional.empty()
              : Optional.of(of(shape.branches().get(i), struct.fields().get(positions[i]).type())));
    }
    return json -> {
      JsonNode value = TREES.readValue(json);
      int branch = ShapeMatch.best(shape.branches(), value);
      if (branch == ShapeMatch.NONE) {
        throw new DecodeException("The value is none of those that its schema has a choice of");
      }
      Object[] fields = new Object[struct.fields().size()];
      if (readers.get(branch).isPresent()) {
        fields[positions[branch]] = read(readers.get(branch).get(), value);
      }
      return new StructValue(struct, fields);
    };
  }

  private static Object read(JsonReader reader, JsonNode value) throws IOException {
    try (JsonParser tree = value.traverse()) {
      tree.nextToken();
      return reader.read(tree);
    }
  }

  @Override
  public JsonReader unknown(JsonShape.Unknown shape) {
    if (type.baseType() == SqlBaseType.STRING) {
      return JsonReader.of(type);
    }
    throw mismatch("something of which the schema says nothing");
  }

  private DecodeException mismatch(String written) {
    return new DecodeException("A value written as " + written + " cannot be read as " + type);
  }
}
