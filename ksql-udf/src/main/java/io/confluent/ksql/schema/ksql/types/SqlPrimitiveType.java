package io.confluent.ksql.schema.ksql.types;

import io.confluent.ksql.schema.utils.FormatOptions;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** A type without parameters. */
public final class SqlPrimitiveType extends SqlType {
  private static final Map<SqlBaseType, SqlPrimitiveType> ALL = new EnumMap<>(SqlBaseType.class);

  static {
    for (SqlBaseType base : SqlBaseType.values()) {
      switch (base) {
        case DECIMAL, ARRAY, MAP, STRUCT -> {}
        case BOOLEAN, INTEGER, BIGINT, DOUBLE, STRING, TIME, DATE, TIMESTAMP, BYTES ->
            ALL.put(base, new SqlPrimitiveType(base));
      }
    }
  }

  private SqlPrimitiveType(SqlBaseType baseType) {
    super(baseType);
  }

  /**
   * The type of a name, in any case; {@code INT} and {@code VARCHAR} are known too.
   *
   * @throws IllegalArgumentException if there is no such type without parameters
   */
  public static SqlPrimitiveType of(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "INT" -> of(SqlBaseType.INTEGER);
      case "VARCHAR" -> of(SqlBaseType.STRING);
      default -> of(SqlBaseType.valueOf(name.toUpperCase(Locale.ROOT)));
    };
  }

  /**
   * The type of a kind.
   *
   * @throws IllegalArgumentException if types of that kind have parameters
   */
  public static SqlPrimitiveType of(SqlBaseType baseType) {
    SqlPrimitiveType type = ALL.get(baseType);
    if (type == null) {
      throw new IllegalArgumentException(baseType + " is not a type without parameters");
    }
    return type;
  }

  @Override
  public String toString(FormatOptions options) {
    return baseType().name();
  }
}
