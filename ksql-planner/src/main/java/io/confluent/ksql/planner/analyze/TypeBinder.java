package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.name.Names;
import io.confluent.ksql.parser.ast.ArrayType;
import io.confluent.ksql.parser.ast.MapType;
import io.confluent.ksql.parser.ast.NamedType;
import io.confluent.ksql.parser.ast.StructType;
import io.confluent.ksql.parser.ast.TypeName;
import io.confluent.ksql.planner.catalog.Catalog;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.util.KsqlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** From the name of a type to the type. */
public final class TypeBinder {
  private static final Map<String, SqlType> BUILT_IN =
      Map.ofEntries(
          Map.entry("BOOLEAN", SqlTypes.BOOLEAN),
          Map.entry("BOOL", SqlTypes.BOOLEAN),
          Map.entry("INTEGER", SqlTypes.INTEGER),
          Map.entry("INT", SqlTypes.INTEGER),
          Map.entry("BIGINT", SqlTypes.BIGINT),
          Map.entry("LONG", SqlTypes.BIGINT),
          Map.entry("DOUBLE", SqlTypes.DOUBLE),
          Map.entry("STRING", SqlTypes.STRING),
          Map.entry("VARCHAR", SqlTypes.STRING),
          Map.entry("BYTES", SqlTypes.BYTES),
          Map.entry("TIME", SqlTypes.TIME),
          Map.entry("DATE", SqlTypes.DATE),
          Map.entry("TIMESTAMP", SqlTypes.TIMESTAMP));

  private TypeBinder() {}

  /**
   * The type that a name means.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if it means none
   */
  public static SqlType bind(TypeName name, Catalog catalog) {
    if (name instanceof ArrayType array) {
      return SqlTypes.array(bind(array.item(), catalog));
    }
    if (name instanceof MapType map) {
      return SqlTypes.map(bind(map.key(), catalog), bind(map.value(), catalog));
    }
    if (name instanceof StructType struct) {
      return struct(struct, catalog);
    }
    return named((NamedType) name, catalog);
  }

  private static SqlType struct(StructType struct, Catalog catalog) {
    SqlStruct.Builder builder = SqlTypes.struct();
    for (StructType.Field field : struct.fields()) {
      SqlType type = bind(field.type(), catalog);
      try {
        builder.field(field.name().text(), type);
      } catch (KsqlException e) {
        throw Diagnostic.error(
                ErrorCode.COLUMN_DUPLICATE, field.name().span(), "%s", e.getMessage())
            .toException(e);
      }
    }
    return builder.build();
  }

  private static SqlType named(NamedType name, Catalog catalog) {
    String text = name.name().text();
    String upper = text.toUpperCase(Locale.ROOT);
    if (upper.equals(SqlBaseType.DECIMAL.name())) {
      return decimal(name);
    }
    SqlType builtIn = name.name().quoted() ? null : BUILT_IN.get(upper);
    if (builtIn != null) {
      return builtIn;
    }
    return catalog.type(text).orElseThrow(() -> unknown(name, catalog));
  }

  private static SqlType decimal(NamedType name) {
    if (name.parameters().size() != 2) {
      throw Diagnostic.error(
              ErrorCode.TYPE_NOT_FOUND, name.span(), "DECIMAL needs a precision and a scale.")
          .hint("For example DECIMAL(10, 2).")
          .toException();
    }
    try {
      return SqlTypes.decimal(name.parameters().get(0), name.parameters().get(1));
    } catch (KsqlException e) {
      throw Diagnostic.error(ErrorCode.TYPE_MISMATCH, name.span(), "%s", e.getMessage())
          .toException(e);
    }
  }

  private static RuntimeException unknown(NamedType name, Catalog catalog) {
    List<String> known = new ArrayList<>(BUILT_IN.keySet());
    known.add(SqlBaseType.DECIMAL.name());
    known.addAll(catalog.types().keySet());
    return Diagnostic.error(
            ErrorCode.TYPE_NOT_FOUND, name.span(), "There is no type named %s.", name.name().text())
        .hint(Names.nearest(name.name().text(), known).map("Did you mean %s?"::formatted))
        .toException();
  }
}
