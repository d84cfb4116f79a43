package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.parser.ast.ColumnReference;
import io.confluent.ksql.parser.ast.FunctionCall;
import io.confluent.ksql.parser.ast.IntervalUnit;
import io.confluent.ksql.parser.ast.LambdaExpression;

/** Errors about things that stand where they cannot. */
final class BindErrors {
  private BindErrors() {}

  static RuntimeException constantExpected(ColumnReference node) {
    return Diagnostic.error(
            ErrorCode.COLUMN_NOT_FOUND,
            node.span(),
            "%s is a name, but only values can stand here.",
            node.name().text())
        .hint("A text stands in single quotes: '" + node.name().text() + "'.")
        .toException();
  }

  static RuntimeException lambdaOutOfPlace(LambdaExpression node) {
    return Diagnostic.error(
            ErrorCode.NOT_SUPPORTED,
            node.span(),
            "A lambda can only be an argument of a function that takes one.")
        .toException();
  }

  static RuntimeException unitOutOfPlace(IntervalUnit node) {
    return Diagnostic.error(
            ErrorCode.NOT_SUPPORTED,
            node.span(),
            "A time unit can only be an argument of a function that takes one.")
        .toException();
  }

  static RuntimeException aggregateOutOfPlace(FunctionCall node) {
    return Diagnostic.error(
            ErrorCode.INVALID_AGGREGATION,
            node.span(),
            "The aggregate function %s cannot stand here.",
            node.name().text())
        .hint("Aggregates belong into SELECT or HAVING, and not into one another.")
        .toException();
  }
}
