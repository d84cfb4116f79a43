package io.confluent.ksql.engine.topology;

import io.confluent.ksql.engine.compile.EvaluationErrors;
import io.confluent.ksql.engine.compile.Evaluator;
import io.confluent.ksql.engine.compile.ExprCompiler;
import io.confluent.ksql.engine.log.ProcessingError;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.NamedExpr;
import io.confluent.ksql.planner.physical.StepId;
import io.confluent.ksql.row.RowView;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes the errors of one step in one task: counts and logs them, and ends the query where its
 * policy says so.
 */
final class StepErrors implements EvaluationErrors {
  private final TaskScope task;
  private final StepId step;
  private String column;
  private int reported;

  StepErrors(TaskScope task, StepId step) {
    this.task = task;
    this.step = step;
  }

  Evaluator compile(Expr expr) {
    return new ExprCompiler(task.context(), this).compile(expr);
  }

  Evaluator[] compile(List<NamedExpr> exprs) {
    return exprs.stream().map(named -> compile(named.expr())).toArray(Evaluator[]::new);
  }

  /** The same for columns of a row, where one that is another as it is may stay a raw text. */
  Evaluator[] compileColumns(List<NamedExpr> exprs) {
    Evaluator[] compiled = new Evaluator[exprs.size()];
    for (int i = 0; i < compiled.length; i++) {
      Expr expr = exprs.get(i).expr();
      if (expr instanceof ColumnRef column && column.side() == ColumnRef.Side.VALUE) {
        int index = column.index();
        compiled[i] = row -> row.value(index);
      } else {
        compiled[i] = compile(expr);
      }
    }
    return compiled;
  }

  /** The value of a column; NULL, and an entry in the log, if it cannot be computed. */
  Object column(String name, Evaluator evaluator, RowView row) {
    int before = reported;
    column = name;
    try {
      return evaluator.evaluate(row);
    } catch (RuntimeException e) {
      // An error that follows from one already reported, as NULL + 1 does, is not another error.
      if (reported == before) {
        record("Column " + name + " could not be computed: " + text(e), e);
      }
      return null;
    } finally {
      column = null;
    }
  }

  @Override
  public void report(String part, RuntimeException cause) {
    String where = column == null ? "" : " of column " + column;
    record(part + where + " is NULL: " + text(cause), cause);
  }

  /** Counts records, not warnings; the 1st, 10th, 100th and so on are written down. */
  @Override
  public void warn(Supplier<String> message) {
    if (!task.isFirstWarning()) {
      return;
    }
    long count = task.context().counters().countWarning();
    if (isPowerOfTen(count)) {
      String what = (column == null ? "" : "Column " + column + ": ") + message.get();
      remark(what + ". Such records so far: " + count + "; said again at " + 10 * count + ".");
    }
  }

  private static boolean isPowerOfTen(long number) {
    long rest = number;
    while (rest % 10 == 0) {
      rest /= 10;
    }
    return rest == 1;
  }

  /** Something about the record at hand, which is nevertheless used. */
  void remark(String message) {
    task.context()
        .log()
        .write(
            new ProcessingError(
                ProcessingError.Type.RECORD_WARNING,
                task.context().queryId(),
                step.path(),
                message,
                List.of(),
                task.place(),
                Optional.ofNullable(column),
                Optional.empty()));
  }

  /** A condition failed; the row is left out. */
  void condition(RuntimeException cause) {
    record("The condition could not be evaluated, the row is left out: " + text(cause), cause);
  }

  /** A table function failed; it gives no values for the row. */
  void tableFunction(String name, RuntimeException cause) {
    record("The table function " + name + " gives no values: " + text(cause), cause);
  }

  /** Part of the record at hand failed. */
  void record(String message, Throwable cause) {
    write(ProcessingError.Type.RECORD_PROCESSING, message, cause, Optional.empty());
  }

  /** The record at hand cannot be used. */
  void unusable(String message) {
    write(
        new ProcessingError(
            ProcessingError.Type.RECORD_PROCESSING,
            task.context().queryId(),
            step.path(),
            message,
            List.of(),
            task.place(),
            Optional.ofNullable(column),
            Optional.empty()));
  }

  /** A half of the record at hand could not be decoded or encoded. */
  void half(ProcessingError.Type type, String half, Throwable cause, Optional<byte[]> bytes) {
    column = half;
    write(type, "The " + half + " of the record: " + text(cause), cause, bytes);
    column = null;
  }

  private void write(
      ProcessingError.Type type, String message, Throwable cause, Optional<byte[]> bytes) {
    write(
        new ProcessingError(
            type,
            task.context().queryId(),
            step.path(),
            message,
            ProcessingError.causesOf(cause),
            task.place(),
            Optional.ofNullable(column),
            bytes));
  }

  private void write(ProcessingError error) {
    reported++;
    TopologyContext context = task.context();
    context.counters().countError();
    context.log().write(error);
    if (context.onError() == TopologyContext.OnError.FAIL) {
      task.fail(error.message());
    }
  }

  private static String text(Throwable cause) {
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
