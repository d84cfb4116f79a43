package io.confluent.ksql.rest.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.ksql.types.SqlArray;
import io.confluent.ksql.schema.ksql.types.SqlDecimal;
import io.confluent.ksql.schema.ksql.types.SqlMap;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A SQL type as a tree.
 *
 * @param type its kind: BOOLEAN INTEGER BIGINT DOUBLE DECIMAL STRING BYTES TIME DATE TIMESTAMP
 *     ARRAY MAP STRUCT
 * @param fields the fields of a STRUCT; written as null for other kinds
 * @param memberSchema type of the elements of an ARRAY or the values of a MAP; written as null for
 *     other kinds
 * @param parameters {@code precision} and {@code scale} of a DECIMAL; left out for other kinds
 */
public record FieldSchema(
    String type,
    Optional<List<FieldDescription>> fields,
    Optional<FieldSchema> memberSchema,
    @JsonInclude(Include.NON_EMPTY) Map<String, Object> parameters) {
  public FieldSchema {
    fields = fields.map(List::copyOf);
    parameters = Copies.of(parameters);
  }

  /** The tree of a type. */
  public static FieldSchema of(SqlType type) {
    String kind = type.baseType().name();
    if (type instanceof SqlDecimal decimal) {
      Map<String, Object> parameters = new LinkedHashMap<>();
      parameters.put("precision", decimal.getPrecision());
      parameters.put("scale", decimal.getScale());
      return new FieldSchema(kind, Optional.empty(), Optional.empty(), parameters);
    }
    if (type instanceof SqlArray array) {
      return nested(kind, array.getItemType());
    }
    if (type instanceof SqlMap map) {
      return nested(kind, map.getValueType());
    }
    if (type instanceof SqlStruct struct) {
      List<FieldDescription> fields =
          struct.fields().stream()
              .map(field -> FieldDescription.value(new Column(field.name(), field.type())))
              .toList();
      return new FieldSchema(kind, Optional.of(fields), Optional.empty(), Map.of());
    }
    return new FieldSchema(kind, Optional.empty(), Optional.empty(), Map.of());
  }

  private static FieldSchema nested(String kind, SqlType member) {
    return new FieldSchema(kind, Optional.empty(), Optional.of(of(member)), Map.of());
  }

  /** The type as people read it in DESCRIBE, texts as {@code VARCHAR(STRING)}. */
  public String toTypeString() {
    return switch (type) {
      case "STRING" -> "VARCHAR(STRING)";
      case "DECIMAL" ->
          "DECIMAL(" + parameters.get("precision") + ", " + parameters.get("scale") + ")";
      case "ARRAY" -> "ARRAY<" + member() + ">";
      case "MAP" -> "MAP<STRING, " + member() + ">";
      case "STRUCT" ->
          fields.orElse(List.of()).stream()
              .map(field -> field.name() + " " + field.schema().toTypeString())
              .collect(Collectors.joining(", ", "STRUCT<", ">"));
      default -> type;
    };
  }

  private String member() {
    return memberSchema.map(FieldSchema::toTypeString).orElse("?");
  }
}
