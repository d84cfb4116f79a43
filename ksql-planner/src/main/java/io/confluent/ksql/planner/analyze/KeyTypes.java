package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.parser.ast.Expression;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.schema.ksql.types.SqlArray;
import io.confluent.ksql.schema.ksql.types.SqlMap;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;

/** What a key can be. */
public final class KeyTypes {
  private KeyTypes() {}

  static void check(Expr key, Expression written) {
    check(key.type(), written.span());
  }

  /** Refuses maps at any depth: equal ones can be written in different bytes. */
  public static void check(SqlType type, Span span) {
    if (hasMap(type)) {
      throw Diagnostic.error(
              ErrorCode.INVALID_KEY,
              span,
              "A key cannot be or contain a MAP: equal maps may be written differently.")
          .toException();
    }
  }

  private static boolean hasMap(SqlType type) {
    if (type instanceof SqlArray array) {
      return hasMap(array.getItemType());
    }
    if (type instanceof SqlStruct struct) {
      return struct.fields().stream().anyMatch(field -> hasMap(field.type()));
    }
    return type instanceof SqlMap;
  }
}
