package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.LambdaArgument;
import io.confluent.ksql.planner.expr.NamedExpr;
import io.confluent.ksql.planner.physical.Aggregation;
import java.util.ArrayList;
import java.util.List;

/**
 * From the row of FROM to the row of a group: a grouping expression becomes a key column, the
 * result of an aggregate a value column, and anything else of the ungrouped row is an error.
 */
final class GroupBinder {
  private final List<NamedExpr> grouping;
  private final AggregateCollector aggregates;
  private final ExprBinder binder;
  private final ColumnRef rowTime;
  private final List<String> missing;

  /**
   * @param rowTime where the time of an ungrouped row is; a group has a time as well
   * @param missing names of key columns that the result lacks, for whoever mends it anyway
   */
  GroupBinder(
      List<NamedExpr> grouping,
      AggregateCollector aggregates,
      ExprBinder binder,
      ColumnRef rowTime,
      List<String> missing) {
    this.grouping = grouping;
    this.aggregates = aggregates;
    this.binder = binder;
    this.rowTime = rowTime;
    this.missing = List.copyOf(missing);
  }

  /** The expression over the row of a group. */
  Expr grouped(Expr expr, Span span) {
    for (int i = 0; i < grouping.size(); i++) {
      if (grouping.get(i).expr().equals(expr)) {
        return ColumnRef.key(i, grouping.get(i).name(), expr.type());
      }
    }
    if (expr instanceof ColumnRef column) {
      return column(column, span);
    }
    if (expr.inputs().isEmpty() || expr instanceof LambdaArgument) {
      return expr;
    }
    List<Expr> inputs = new ArrayList<>();
    expr.inputs().forEach(input -> inputs.add(grouped(input, span)));
    return expr.withInputs(inputs);
  }

  private Expr column(ColumnRef column, Span span) {
    if (column.equals(rowTime)) {
      return ColumnRef.pseudo(ColumnRef.Side.TIME, column.name());
    }
    int index = aggregates.indexOf(column);
    if (index >= 0) {
      Aggregation call = aggregates.calls().get(index);
      return ColumnRef.value(index, call.name(), call.type());
    }
    return switch (column.side()) {
      case TIME, WINDOW_START, WINDOW_END -> column;
      case KEY, VALUE -> throw ungrouped(column, span);
    };
  }

  private RuntimeException ungrouped(ColumnRef column, Span span) {
    Span place = binder.place(column);
    return Diagnostic.error(
            ErrorCode.INVALID_AGGREGATION,
            place.isKnown() ? place : span,
            "%s has many values in a group; which one is meant?",
            column.name())
        .hint(
            "Add it to GROUP BY, or write LATEST_BY_OFFSET(%s) for the last one.%s"
                .formatted(
                    column.name(),
                    missing.isEmpty()
                        ? ""
                        : " SELECT needs " + String.join(", ", missing) + " as well."))
        .toException();
  }
}
