package io.confluent.ksql.serde;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.ksql.types.SqlArray;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.schema.ksql.types.SqlMap;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The rules by which formats refuse columns. */
public final class ColumnRules {
  private ColumnRules() {}

  /**
   * Refuses columns in which a type occurs, at any depth, for which a reason is given.
   *
   * @param reason why a type cannot be held, as a clause to follow the column; empty if it can
   */
  public static void refuse(
      String format,
      Schema.Side side,
      List<Column> columns,
      Function<SqlType, Optional<String>> reason) {
    for (Column column : columns) {
      Optional<String> found = firstReason(column.type(), reason);
      if (found.isPresent()) {
        throw refusal(format, side, "Column " + column + ": " + found.get());
      }
    }
  }

  /** The reason that the type is none of these kinds; empty if it is. */
  public static Optional<String> onlyKinds(SqlType type, Set<SqlBaseType> kinds) {
    return kinds.contains(type.baseType())
        ? Optional.empty()
        : Optional.of("the type " + type.baseType() + " cannot be written in it.");
  }

  /** The reason that the type is a map with keys that are not strings; empty if it is not. */
  public static Optional<String> onlyStringKeys(SqlType type) {
    return type instanceof SqlMap map && map.getKeyType().baseType() != SqlBaseType.STRING
        ? Optional.of("the keys of a MAP must be of type STRING.")
        : Optional.empty();
  }

  /** An error that names format and side. */
  public static DiagnosticException refusal(String format, Schema.Side side, String reason) {
    return Diagnostic.error(
            ErrorCode.INVALID_FORMAT,
            "The %s format %s cannot hold these columns. %s",
            side.name().toLowerCase(Locale.ROOT),
            format,
            reason)
        .toException();
  }

  private static Optional<String> firstReason(
      SqlType type, Function<SqlType, Optional<String>> reason) {
    Optional<String> found = reason.apply(type);
    if (found.isPresent()) {
      return found;
    }
    if (type instanceof SqlArray array) {
      return firstReason(array.getItemType(), reason);
    }
    if (type instanceof SqlMap map) {
      Optional<String> ofKey = firstReason(map.getKeyType(), reason);
      return ofKey.isPresent() ? ofKey : firstReason(map.getValueType(), reason);
    }
    if (type instanceof SqlStruct struct) {
      for (SqlStruct.Field field : struct.fields()) {
        Optional<String> ofField = firstReason(field.type(), reason);
        if (ofField.isPresent()) {
          return ofField;
        }
      }
    }
    return Optional.empty();
  }
}
