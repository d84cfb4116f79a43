package io.confluent.ksql.parser.format;

import io.confluent.ksql.parser.ast.ArrayType;
import io.confluent.ksql.parser.ast.MapType;
import io.confluent.ksql.parser.ast.NamedType;
import io.confluent.ksql.parser.ast.StructType;
import io.confluent.ksql.parser.ast.TypeName;
import java.util.stream.Collectors;

/** Types. */
public final class TypeFormatter {
  private TypeFormatter() {}

  /** The type as SQL. */
  public static String format(TypeName type) {
    if (type instanceof ArrayType array) {
      return "ARRAY<" + format(array.item()) + ">";
    }
    if (type instanceof MapType map) {
      return "MAP<" + format(map.key()) + ", " + format(map.value()) + ">";
    }
    if (type instanceof StructType struct) {
      return struct.fields().stream()
          .map(field -> NameFormatter.format(field.name()) + " " + format(field.type()))
          .collect(Collectors.joining(", ", "STRUCT<", ">"));
    }
    return named((NamedType) type);
  }

  private static String named(NamedType type) {
    // The only reserved word that names a type.
    String name =
        type.name().text().equals("DECIMAL") ? "DECIMAL" : NameFormatter.format(type.name());
    return type.parameters().isEmpty()
        ? name
        : type.parameters().stream()
            .map(String::valueOf)
            .collect(Collectors.joining(", ", name + "(", ")"));
  }
}
