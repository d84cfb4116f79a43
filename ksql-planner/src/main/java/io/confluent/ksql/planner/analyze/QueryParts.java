package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.parser.ast.Query;
import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.logical.LogicalPlan;
import io.confluent.ksql.schema.Column;
import java.util.List;
import java.util.Optional;

/**
 * What the clauses of a query are bound with.
 *
 * @param context what planning looks at beside the query
 * @param query the query
 * @param destination what becomes of its rows
 * @param from its FROM, bound
 * @param rows the rows that the clause at hand takes
 */
record QueryParts(
    PlanningContext context,
    Query query,
    QueryBinder.Destination destination,
    FromClause from,
    LogicalPlan rows) {
  QueryParts withRows(LogicalPlan others) {
    return new QueryParts(context, query, destination, from, others);
  }

  Scope scope() {
    return from.scope();
  }

  /** How many value columns the row of FROM has. */
  int width() {
    return from.plan().schema().value().size();
  }

  boolean isTable() {
    return rows.kind() == Source.Kind.TABLE;
  }

  boolean isStored() {
    return destination == QueryBinder.Destination.SINK;
  }

  /** The key column that holds the value of an expression in every row; else the expression. */
  Expr inKey(Expr expr) {
    List<Column> key = rows.schema().key();
    for (int i = 0; i < key.size(); i++) {
      if (expr instanceof ColumnRef column && from.keys().get(i).exact().contains(column)) {
        return ColumnRef.key(i, key.get(i).name(), key.get(i).type());
      }
    }
    return expr;
  }

  /** What is read first. */
  Source leftmost() {
    return from.sources().get(0).source();
  }

  /** The windowed source whose windows the rows have, if they have any. */
  Optional<Source> windowed() {
    return from.sources().stream()
        .map(ScopeSource::source)
        .filter(source -> source.window().isPresent())
        .findFirst();
  }

  /** The whole SELECT list. */
  Span selectSpan() {
    return query.select().get(0).span().to(query.select().get(query.select().size() - 1).span());
  }

  /** A binder for expressions without aggregates and table functions. */
  ExprBinder plainBinder(Scope names) {
    return new ExprBinder(context, Optional.of(names), Optional.empty());
  }

  /** A binder for expressions with aggregates. */
  ExprBinder binder(Scope names, AggregateCollector aggregates) {
    return binder(
        names,
        aggregates,
        TableFunctionCollector.refusing(TableFunctionCollector.Refusal.AGGREGATION));
  }

  /** A binder for expressions with aggregates and table functions. */
  ExprBinder binder(
      Scope names, AggregateCollector aggregates, TableFunctionCollector tableFunctions) {
    return new ExprBinder(context, Optional.of(names), Optional.of(aggregates), tableFunctions);
  }

  /** The SELECT list, bound. */
  List<SelectedItem> select(
      Scope names, ExprBinder binder, ColumnNames columns, SelectBinder.StarOrder order) {
    return new SelectBinder(names, binder, columns, order, isStored()).bind(query.select());
  }
}
