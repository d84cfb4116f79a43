package io.confluent.ksql.serde.protobuf;

import io.confluent.ksql.schema.ksql.types.SqlArray;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.schema.ksql.types.SqlDecimal;
import io.confluent.ksql.schema.ksql.types.SqlMap;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.serde.protobuf.schema.ProtoText;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Writes the {@code .proto} text of columns. Messages without a name of their own are numbered in
 * the order in which they are met; a map is written as a list of entries, which has the same bytes
 * as a map of Protobuf's and may have lists for values.
 */
final class SchemaTextBuilder {
  static final String DEFAULT_NAME = "ConnectDefault";
  static final String MAP_ENTRY = "Entry";

  private final Optional<NullableRepresentation> nullable;
  private final TreeSet<String> imports = new TreeSet<>();
  private int messages;

  SchemaTextBuilder(Optional<NullableRepresentation> nullable) {
    this.nullable = nullable;
  }

  /** The text of a file with the message of a row. */
  String ofRow(SqlStruct row, Optional<String> fullName) {
    String first = nextName();
    String name = fullName.orElse(first);
    int point = name.lastIndexOf('.');
    String message = message(name.substring(point + 1), row);
    StringBuilder text = new StringBuilder("syntax = \"proto3\";\n");
    if (point > 0) {
      text.append("package ").append(name, 0, point).append(";\n");
    }
    imports.forEach(file -> text.append("import \"").append(file).append("\";\n"));
    return ProtoText.canonical(text.append(message).toString());
  }

  private String nextName() {
    messages++;
    return DEFAULT_NAME + messages;
  }

  private String message(String name, SqlStruct struct) {
    Body body = new Body();
    for (SqlStruct.Field field : struct.fields()) {
      append(body, field.type(), field.name(), field.index() + 1);
    }
    return body.message(name);
  }

  private void append(Body body, SqlType type, String name, int number) {
    StringBuilder line = new StringBuilder();
    if (type instanceof SqlArray array) {
      line.append("repeated ").append(item(body, array.getItemType()));
    } else if (type instanceof SqlMap map) {
      String entry = nextName() + MAP_ENTRY;
      body.nested.append(entry(entry, map));
      line.append("repeated ").append(entry);
    } else if (isScalar(type) && nullable.isPresent()) {
      line.append(nullableScalar(type.baseType(), nullable.get()));
    } else {
      line.append(item(body, type));
    }
    line.append(' ').append(name).append(" = ").append(number);
    SqlType inner = type instanceof SqlArray array ? array.getItemType() : type;
    if (inner instanceof SqlDecimal decimal) {
      line.append(parameters(decimal));
    }
    body.fields.append(line).append(";\n");
  }

  /** The type of a value that is there. */
  private String item(Body body, SqlType type) {
    return switch (type.baseType()) {
      case BOOLEAN, INTEGER, BIGINT, DOUBLE, STRING, BYTES -> scalar(type.baseType());
      case DECIMAL -> imported("confluent/type/decimal.proto", "confluent.type.Decimal");
      case TIME -> imported("google/type/timeofday.proto", "google.type.TimeOfDay");
      case DATE -> imported("google/type/date.proto", "google.type.Date");
      case TIMESTAMP -> imported("google/protobuf/timestamp.proto", "google.protobuf.Timestamp");
      case STRUCT -> {
        String name = nextName();
        body.nested.append(message(name, (SqlStruct) type));
        yield name;
      }
      case ARRAY, MAP -> throw new IllegalArgumentException("A list in a list: " + type);
    };
  }

  private String entry(String name, SqlMap map) {
    Body body = new Body();
    body.fields.append("string key = 1;\n");
    append(body, map.getValueType(), ProtoShape.BARE_FIELD, 2);
    return body.message(name);
  }

  private String imported(String file, String type) {
    imports.add(file);
    return type;
  }

  private String nullableScalar(SqlBaseType type, NullableRepresentation representation) {
    return switch (representation) {
      case OPTIONAL -> "optional " + scalar(type);
      case WRAPPER ->
          imported("google/protobuf/wrappers.proto", "google.protobuf." + wrapper(type));
    };
  }

  private static boolean isScalar(SqlType type) {
    return switch (type.baseType()) {
      case BOOLEAN, INTEGER, BIGINT, DOUBLE, STRING, BYTES -> true;
      case DECIMAL, TIME, DATE, TIMESTAMP, ARRAY, MAP, STRUCT -> false;
    };
  }

  private static String scalar(SqlBaseType type) {
    return switch (type) {
      case BOOLEAN -> "bool";
      case INTEGER -> "int32";
      case BIGINT -> "int64";
      case DOUBLE -> "double";
      case STRING -> "string";
      case BYTES -> "bytes";
      case DECIMAL, TIME, DATE, TIMESTAMP, ARRAY, MAP, STRUCT ->
          throw new IllegalArgumentException(type + " is no scalar");
    };
  }

  private static String wrapper(SqlBaseType type) {
    String scalar = scalar(type);
    return Character.toUpperCase(scalar.charAt(0)) + scalar.substring(1) + "Value";
  }

  private String parameters(SqlDecimal type) {
    imports.add("confluent/meta.proto");
    return """
         [(confluent.field_meta) = {params: [
          {key: "precision", value: "%d"}, {key: "scale", value: "%d"}]}]"""
        .formatted(type.getPrecision(), type.getScale());
  }

  /** What stands between the braces of a message. */
  private static final class Body {
    private final StringBuilder fields = new StringBuilder();
    private final StringBuilder nested = new StringBuilder();

    String message(String name) {
      return "message " + name + " {\n" + fields + nested + "}\n";
    }
  }
}
