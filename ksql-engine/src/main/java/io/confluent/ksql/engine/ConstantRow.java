package io.confluent.ksql.engine;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.engine.compile.ExprCompiler;
import io.confluent.ksql.engine.compile.FunctionBinder;
import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.util.KsqlException;
import java.util.List;

/** Computes constant expressions of a statement; a part that fails fails the whole. */
public final class ConstantRow {
  private final FunctionBinder functions;

  /** Computes with functions of whatever names. */
  public ConstantRow(FunctionBinder functions) {
    this.functions = functions;
  }

  /** One value a column. */
  Object[] values(List<Column> columns, List<Expr> expressions, Plan.Insert.Places places) {
    Object[] values = new Object[expressions.size()];
    for (int i = 0; i < values.length; i++) {
      String column = columns.get(i).name();
      values[i] = value(column, places.of(column), expressions.get(i));
    }
    return values;
  }

  /**
   * The value of an expression without columns.
   *
   * @param column what it is for, for people
   * @param place where it stands in the statement
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if it cannot be computed
   */
  public Object value(String column, Span place, Expr expression) {
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
              place,
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
