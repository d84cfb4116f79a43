package io.confluent.ksql.engine;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.engine.compile.ExprCompiler;
import io.confluent.ksql.engine.compile.FunctionBinder;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.util.KsqlException;
import java.util.List;

/** Computes the constant expressions of an INSERT; a part that fails fails the whole. */
final class ConstantRow {
  private final FunctionBinder functions;

  ConstantRow(FunctionBinder functions) {
    this.functions = functions;
  }

  /** One value a column. */
  Object[] values(List<Column> columns, List<Expr> expressions) {
    Object[] values = new Object[expressions.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(columns.get(i).name(), expressions.get(i));
    }
    return values;
  }

  Object value(String column, Expr expression) {
    FirstError first = new FirstError();
    try {
      Object value = new ExprCompiler(functions, first::report).compile(expression).evaluate(null);
      if (first.message == null) {
        return value;
      }
      throw new KsqlException(first.message);
    } catch (RuntimeException e) {
      throw Diagnostic.error(
              ErrorCode.EVALUATION,
              "The value for %s cannot be computed: %s",
              column,
              e.getMessage())
          .toException(e);
    }
  }

  private static final class FirstError {
    private String message;

    void report(String part, RuntimeException cause) {
      if (message == null) {
        message = part + ": " + cause.getMessage();
      }
    }
  }
}
