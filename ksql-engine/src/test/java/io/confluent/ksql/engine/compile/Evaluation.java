package io.confluent.ksql.engine.compile;

import io.confluent.ksql.planner.expr.Call;
import io.confluent.ksql.planner.expr.Callee;
import io.confluent.ksql.planner.expr.Cast;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.Constant;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.Operator;
import io.confluent.ksql.planner.function.FunctionSignature;
import io.confluent.ksql.planner.function.ScalarCall;
import io.confluent.ksql.row.RowView;
import io.confluent.ksql.schema.ksql.types.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compiles expressions over one row and computes them, and keeps the errors that were reported. */
final class Evaluation {
  private final Map<String, ScalarCall> functions;
  private final Object[] columns;
  private final List<String> errors = new ArrayList<>();

  Evaluation(Map<String, ScalarCall> functions, Object... columns) {
    this.functions = functions;
    this.columns = columns;
  }

  /** The value of an expression without columns. */
  static Object of(Expr expr) {
    return new Evaluation(Map.of()).evaluate(expr);
  }

  /**
   * The value of an operator for operands that are columns, so that nothing is folded.
   *
   * @param result type of the result
   * @param type type of the operands
   */
  static Object operator(Operator operator, SqlType result, SqlType type, Object... operands) {
    Expr[] arguments = new Expr[operands.length];
    for (int i = 0; i < operands.length; i++) {
      arguments[i] = ColumnRef.value(i, "C" + i, type);
    }
    return new Evaluation(Map.of(), operands).evaluate(Call.of(operator, result, arguments));
  }

  /** A cast of a column with that value; NULL if it fails. */
  static Object cast(Object value, SqlType from, SqlType to) {
    return new Evaluation(Map.of(), value).evaluate(new Cast(ColumnRef.value(0, "C", from), to));
  }

  static Expr constant(Object value, SqlType type) {
    return new Constant(value, type);
  }

  static Expr function(String name, SqlType returns, Expr... arguments) {
    FunctionSignature signature = new FunctionSignature(name, List.of(), -1, returns);
    return new Call(new Callee.Function(signature), List.of(arguments), returns);
  }

  Object evaluate(Expr expr) {
    return compile(expr).evaluate(row());
  }

  Evaluator compile(Expr expr) {
    return new ExprCompiler(
            signature -> functions.get(signature.function()),
            (part, cause) -> errors.add(part + ": " + cause.getMessage()))
        .compile(expr);
  }

  List<String> errors() {
    return errors;
  }

  RowView row() {
    return new RowView() {
      @Override
      public Object key(int index) {
        return "key" + index;
      }

      @Override
      public Object value(int index) {
        return columns[index];
      }

      @Override
      public long timestamp() {
        return 100;
      }

      @Override
      public long windowStart() {
        return 10;
      }

      @Override
      public long windowEnd() {
        return 20;
      }
    };
  }
}
