package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.Operator;
import io.confluent.ksql.schema.ksql.types.SqlType;

/** Errors about values of a type that does not fit. */
final class TypeErrors {
  private TypeErrors() {}

  static RuntimeException notBoolean(Span span, String where, Expr found) {
    return Diagnostic.error(
            ErrorCode.TYPE_MISMATCH,
            span,
            "%s must be true or false, but this is a value of type %s.",
            where,
            name(found))
        .toException();
  }

  static RuntimeException operands(Span span, Operator operator, Expr left, Expr right) {
    return Diagnostic.error(
            ErrorCode.TYPE_MISMATCH,
            span,
            "Operator %s does not take %s and %s.",
            operator.symbol(),
            name(left),
            name(right))
        .hint("A CAST of one of them may help.")
        .toException();
  }

  static RuntimeException keyValue(Span span, Operator operator, SqlType key, Expr value) {
    return Diagnostic.error(
            ErrorCode.TYPE_MISMATCH,
            span,
            "A key of type %s cannot be looked for by %s and a value of type %s.",
            key,
            operator.symbol(),
            name(value))
        .hint("Write a value of type " + key + ".")
        .toException();
  }

  static RuntimeException comparisonWithNull(Span span) {
    return Diagnostic.error(
            ErrorCode.TYPE_MISMATCH, span, "Nothing is equal to NULL, so this can never hold.")
        .hint("Write IS NULL or IS NOT NULL.")
        .toException();
  }

  static RuntimeException untypedNull(Span span) {
    return Diagnostic.error(ErrorCode.TYPE_MISMATCH, span, "The type of this NULL is not known.")
        .hint("Write for example CAST(NULL AS VARCHAR).")
        .toException();
  }

  static RuntimeException expected(Span span, String what, SqlType wanted, Expr found) {
    return Diagnostic.error(
            ErrorCode.TYPE_MISMATCH, span, "%s must be %s, not %s.", what, wanted, name(found))
        .toException();
  }

  static String name(Expr expr) {
    return Nulls.isUntyped(expr) ? "NULL" : expr.type().toString();
  }
}
