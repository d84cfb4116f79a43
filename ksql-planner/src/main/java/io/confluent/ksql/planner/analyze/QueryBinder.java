package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.parser.ast.Emit;
import io.confluent.ksql.parser.ast.Query;
import io.confluent.ksql.planner.PlannerSettings;
import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.planner.logical.LogicalPlan;
import java.util.List;

/**
 * Binds a query and lays out what it computes: rows of FROM, WHERE, then PARTITION BY or GROUP BY
 * with HAVING, then SELECT.
 */
public final class QueryBinder {
  /** What becomes of a query's rows. */
  public enum Destination {
    /** They are stored, so their key must be in the result. */
    SINK,
    /** They are handed to whoever asked, exactly as SELECT says. */
    CLIENT
  }

  private QueryBinder() {}

  /**
   * The query, bound.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if it cannot be
   */
  public static BoundQuery bind(PlanningContext context, Query query, Destination destination) {
    FromClause rows = new FromBinder(context).bind(query.from());
    FromClause from = query.groupBy().isPresent() ? KeptRowTime.in(rows) : rows;
    QueryParts parts = new QueryParts(context, query, destination, from, from.plan());
    WindowedRows.refuseTable(parts);
    QueryParts filtered = filtered(parts);
    return query
        .groupBy()
        .map(clause -> new AggregateBinder(filtered).bind(clause))
        .orElseGet(() -> ungrouped(filtered));
  }

  private static QueryParts filtered(QueryParts parts) {
    return parts
        .query()
        .where()
        .map(where -> parts.plainBinder(parts.scope()).bindCondition(where, "WHERE"))
        .map(condition -> parts.withRows(new LogicalPlan.Filter(parts.rows(), condition)))
        .orElse(parts);
  }

  private static BoundQuery ungrouped(QueryParts parts) {
    Query query = parts.query();
    AggregateCollector aggregates = new AggregateCollector(parts.width());
    TableFunctionCollector tableFunctions = TableFunctionCollector.behind(parts.width());
    ExprBinder binder = parts.binder(parts.scope(), aggregates, tableFunctions);
    SelectBinder.StarOrder order =
        query.partitionBy().isPresent()
            ? SelectBinder.StarOrder.KEY_LAST
            : SelectBinder.StarOrder.KEY_FIRST;
    ColumnNames names = new ColumnNames(parts.scope());
    List<SelectedItem> items = parts.select(parts.scope(), binder, names, order);
    if (!aggregates.isEmpty()) {
      tableFunctions.refuseAll(TableFunctionCollector.Refusal.AGGREGATION);
      return new AggregateBinder(parts).bindAll();
    }
    query.window().ifPresent(window -> refuse(window.span(), "WINDOW"));
    query.having().ifPresent(having -> refuse(having.span(), "HAVING"));
    if (query.emit().filter(emit -> emit == Emit.FINAL).isPresent()) {
      throw Windows.finalWithoutWindows(query.ending());
    }
    QueryParts flat = flat(parts, tableFunctions);
    return query
        .partitionBy()
        .map(clause -> new PartitionBinder(flat, clause).bind(items, names))
        .orElseGet(() -> projected(flat, items));
  }

  private static void refuse(Span span, String clause) {
    throw Diagnostic.error(ErrorCode.INVALID_AGGREGATION, span, "%s needs a GROUP BY.", clause)
        .hint("Add GROUP BY; a condition on single rows can stand in WHERE.")
        .toException();
  }

  private static QueryParts flat(QueryParts parts, TableFunctionCollector tableFunctions) {
    if (tableFunctions.calls().isEmpty()) {
      return parts;
    }
    if (parts.isTable()) {
      tableFunctions.refuseAll(TableFunctionCollector.Refusal.TABLE);
    }
    return parts.withRows(new LogicalPlan.FlatMap(parts.rows(), tableFunctions.calls()));
  }

  private static BoundQuery projected(QueryParts parts, List<SelectedItem> items) {
    if (!parts.isStored()) {
      return BoundRows.handed(parts, BoundRows.withKeyPlaces(parts, items));
    }
    boolean selectedKeys =
        parts.context().settings().get(PlannerSettings.NEW_QUERY_PLANNER)
            && parts.from().sources().size() == 1
            && !parts.isTable();
    if (selectedKeys) {
      return SelectedKeys.stored(parts, items);
    }
    ResultKey key =
        ResultKey.find(
            items, parts.from().keyChoices(), parts.from().keyTitles(), parts.selectSpan());
    return BoundRows.stored(parts, new LogicalPlan.Project(parts.rows(), key.names(), key.value()));
  }
}
