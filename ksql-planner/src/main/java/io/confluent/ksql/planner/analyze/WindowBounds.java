package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.ExprTrees;
import io.confluent.ksql.planner.physical.Aggregation;
import io.confluent.ksql.schema.PseudoColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * WINDOWSTART and WINDOWEND of the windows that a query's own WINDOW makes. They belong to a result
 * and not to a row, so they can be selected and nothing else.
 */
final class WindowBounds {
  private final Scope scope;
  private final boolean made;

  WindowBounds(QueryParts parts) {
    made = parts.query().window().isPresent();
    scope = made ? withBounds(parts.scope()) : parts.scope();
  }

  /** The names that SELECT can use. */
  Scope scope() {
    return scope;
  }

  private static Scope withBounds(Scope scope) {
    List<ScopeSource> sources = new ArrayList<>(scope.sources());
    ScopeSource first = sources.get(0);
    List<ScopeColumn> columns = new ArrayList<>(first.columns());
    columns.add(FromBinder.pseudo(ColumnRef.Side.WINDOW_START, PseudoColumn.WINDOWSTART));
    columns.add(FromBinder.pseudo(ColumnRef.Side.WINDOW_END, PseudoColumn.WINDOWEND));
    sources.set(0, new ScopeSource(first.alias(), first.source(), columns));
    return new Scope(sources, scope.rowTime(), scope.synthetic());
  }

  /**
   * Refuses bounds in what makes or chooses groups.
   *
   * @param binder what bound the expression
   * @param span where the expression stands
   */
  void refuse(Expr expr, ExprBinder binder, Span span) {
    in(expr)
        .ifPresent(
            bound -> {
              Span place = binder.place(bound);
              throw error(bound, place.isKnown() ? place : span);
            });
  }

  /** Refuses bounds in the SELECT list of a join, of which no source has them. */
  void refuseInJoin(List<SelectedItem> items, ExprBinder binder) {
    if (!scope.isJoin()) {
      return;
    }
    for (SelectedItem item : items) {
      in(item.expr())
          .ifPresent(
              bound -> {
                Span place = binder.place(bound);
                throw Diagnostic.error(
                        ErrorCode.INVALID_WINDOW,
                        place.isKnown() ? place : item.span(),
                        "%s is a column of no source of this join.",
                        bound.name())
                    .hint("Store the join as a stream first, and aggregate that stream.")
                    .toException();
              });
    }
  }

  /** Refuses bounds as arguments of aggregates. */
  void refuseAsArguments(AggregateCollector aggregates, ExprBinder binder, Span span) {
    for (Aggregation call : aggregates.calls()) {
      call.arguments().forEach(argument -> refuse(argument, binder, span));
    }
  }

  private Optional<ColumnRef> in(Expr expr) {
    List<ColumnRef> found = new ArrayList<>();
    ExprTrees.forEach(
        expr,
        node -> {
          if (made
              && node instanceof ColumnRef column
              && (column.side() == ColumnRef.Side.WINDOW_START
                  || column.side() == ColumnRef.Side.WINDOW_END)) {
            found.add(column);
          }
        });
    return found.stream().findFirst();
  }

  private static RuntimeException error(ColumnRef bound, Span span) {
    return Diagnostic.error(
            ErrorCode.INVALID_WINDOW,
            span,
            "%s is known once rows are in their windows; it can only be selected.",
            bound.name())
        .hint("Groups have their window anyway; leave it out here.")
        .toException();
  }
}
