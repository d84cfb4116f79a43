package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.parser.ast.Emit;
import io.confluent.ksql.parser.ast.Expression;
import io.confluent.ksql.parser.ast.GroupBy;
import io.confluent.ksql.parser.ast.Query;
import io.confluent.ksql.planner.PlannerSettings;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.Constant;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.NamedExpr;
import io.confluent.ksql.planner.logical.LogicalPlan;
import io.confluent.ksql.planner.physical.AggregateStep;
import io.confluent.ksql.planner.physical.WindowSpec;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Binds what makes groups of rows and results of groups: GROUP BY, WINDOW, HAVING, EMIT FINAL. */
final class AggregateBinder {
  private final QueryParts parts;
  private final Query query;
  private final AggregateCollector aggregates;
  private final WindowBounds bounds;

  AggregateBinder(QueryParts parts) {
    this.parts = parts;
    this.query = parts.query();
    this.aggregates = new AggregateCollector(parts.width());
    this.bounds = new WindowBounds(parts);
  }

  /** One group for all rows that agree in what GROUP BY says. */
  BoundQuery bind(GroupBy clause) {
    ExprBinder plain = parts.plainBinder(bounds.scope());
    if (clause.expressions().isEmpty()) {
      throw Diagnostic.error(
              ErrorCode.INVALID_AGGREGATION, clause.span(), "GROUP BY names nothing to group by.")
          .hint("SELECT ... EMIT CHANGES without GROUP BY puts all rows into one group.")
          .toException();
    }
    KeyExprs keys = new KeyExprs(ErrorCode.INVALID_AGGREGATION, "This is grouped by twice.");
    for (Expression expression : clause.expressions()) {
      Expr key = plain.bind(expression);
      bounds.refuse(key, plain, expression.span());
      keys.add(key, expression);
    }
    WindowedRows.checkKept(parts, keys.exprs(), clause.span());
    return grouped(keys, clause.span());
  }

  /** One group of all rows. */
  BoundQuery bindAll() {
    if (parts.isStored()) {
      throw Diagnostic.error(
              ErrorCode.INVALID_AGGREGATION,
              query.span(),
              "A stored result with aggregates needs a GROUP BY, since its rows need a key.")
          .hint("Add GROUP BY, or ask without storing: SELECT ... EMIT CHANGES.")
          .toException();
    }
    WindowedRows.checkKept(parts, List.of(), query.span());
    return grouped(
        new KeyExprs(ErrorCode.INVALID_AGGREGATION, "This is grouped by twice."), query.span());
  }

  private List<String> missingKeys(List<NamedExpr> grouping, List<SelectedItem> items) {
    return parts.isStored()
        ? grouping.stream()
            .filter(key -> items.stream().noneMatch(item -> item.expr().equals(key.expr())))
            .map(NamedExpr::name)
            .toList()
        : List.of();
  }

  /**
   * @param keys what makes a group; none for the one group of all rows
   * @param clause what asks for groups
   */
  private BoundQuery grouped(KeyExprs keys, Span clause) {
    Optional<WindowSpec> windows = windows();
    ColumnNames names = new ColumnNames(parts.scope());
    ExprBinder binder = parts.binder(bounds.scope(), aggregates);
    List<SelectedItem> items =
        parts.select(bounds.scope(), binder, names, SelectBinder.StarOrder.KEY_FIRST);
    bounds.refuseInJoin(items, binder);
    List<NamedExpr> grouping =
        keys.exprs().isEmpty()
            ? List.of(new NamedExpr("KSQL_ALL", new Constant(0, SqlTypes.INTEGER)))
            : keys.named(keys.names(items, names));
    Optional<Expr> having =
        query.having().map(condition -> binder.bindCondition(condition, "HAVING"));
    having.ifPresent(condition -> bounds.refuse(condition, binder, query.having().get().span()));
    checkAggregates(binder, clause);
    ColumnRef rowTime = parts.scope().rowTime();
    GroupBinder group =
        new GroupBinder(grouping, aggregates, binder, rowTime, missingKeys(grouping, items));
    List<SelectedItem> groupItems =
        items.stream().map(item -> item.withExpr(group.grouped(item.expr(), item.span()))).toList();
    Optional<Expr> groupHaving =
        having.map(condition -> group.grouped(condition, query.having().get().span()));
    LogicalPlan groups = groups(grouping, windows);
    LogicalPlan rows =
        groupHaving
            .map(condition -> (LogicalPlan) new LogicalPlan.Filter(groups, condition))
            .orElse(groups);
    return result(parts.withRows(rows), groupItems, grouping, keys);
  }

  private void checkAggregates(ExprBinder binder, Span clause) {
    if (aggregates.isEmpty()) {
      throw Diagnostic.error(
              ErrorCode.INVALID_AGGREGATION,
              clause,
              "GROUP BY needs an aggregate function in SELECT or HAVING.")
          .hint("For example COUNT(*).")
          .toException();
    }
    if (parts.isTable() && !aggregates.irreversible().isEmpty()) {
      throw irreversible();
    }
    bounds.refuseAsArguments(aggregates, binder, clause);
  }

  /** All the functions in one error, so that nobody meets them one after the other. */
  private RuntimeException irreversible() {
    List<String> functions = List.copyOf(aggregates.irreversible().keySet());
    int last = functions.size() - 1;
    String list =
        last == 0
            ? functions.get(0)
            : String.join(", ", functions.subList(0, last)) + " and " + functions.get(last);
    return Diagnostic.error(
            ErrorCode.INVALID_AGGREGATION,
            aggregates.irreversible().values().iterator().next(),
            "%s cannot take back a row that changes or leaves its group, as rows of a table do.",
            list)
        .hint("Aggregate a stream, or use functions such as COUNT, SUM, AVG and COLLECT_LIST.")
        .toException();
  }

  private LogicalPlan groups(List<NamedExpr> grouping, Optional<WindowSpec> windows) {
    Grouping.Arguments arguments =
        parts.isTable()
            ? Grouping.argumentsOfTable(aggregates.calls())
            : Grouping.arguments(aggregates.calls());
    LogicalPlan regrouped =
        WindowedRows.rekeyed(
            parts, grouping, arguments.columns(), LogicalPlan.Rekey.Purpose.GROUP_BY);
    return new LogicalPlan.Aggregate(regrouped, arguments.calls(), windows, emission());
  }

  private static BoundQuery result(
      QueryParts groups, List<SelectedItem> items, List<NamedExpr> grouping, KeyExprs keys) {
    if (!groups.isStored()) {
      return BoundRows.handed(groups, items);
    }
    List<List<ColumnRef>> places = new ArrayList<>();
    for (int i = 0; i < grouping.size(); i++) {
      NamedExpr key = grouping.get(i);
      places.add(List.of(ColumnRef.key(i, key.name(), key.expr().type())));
    }
    ResultKey key = ResultKey.find(items, places, keys.titles(), groups.selectSpan());
    return BoundRows.stored(
        groups, new LogicalPlan.Project(groups.rows(), key.names(), key.value()));
  }

  private Optional<WindowSpec> windows() {
    AggregateStep.Emission emission = emission();
    if (query.window().isEmpty()) {
      return Optional.empty();
    }
    Span span = query.window().get().span();
    if (parts.isTable()) {
      throw Diagnostic.error(
              ErrorCode.INVALID_WINDOW,
              span,
              "Rows of a table have no time of their own; only a stream is put into windows.")
          .toException();
    }
    parts
        .windowed()
        .ifPresent(
            source -> {
              throw Diagnostic.error(
                      ErrorCode.INVALID_WINDOW,
                      span,
                      "The rows of %s are in windows already and cannot be put into others.",
                      source.name())
                  .hint("Without WINDOW they are aggregated by the windows they have.")
                  .toException();
            });
    return query
        .window()
        .map(
            window ->
                Windows.of(
                    window,
                    emission,
                    parts.context().settings().get(PlannerSettings.FINAL_EXTRA_RETENTION)));
  }

  private AggregateStep.Emission emission() {
    if (query.emit().filter(emit -> emit == Emit.FINAL).isEmpty()) {
      return AggregateStep.Emission.CHANGES;
    }
    if (query.window().isEmpty()) {
      throw Windows.finalWithoutWindows(query.ending());
    }
    if (!parts.context().settings().get(PlannerSettings.SUPPRESS_ENABLED)) {
      throw Diagnostic.error(
              ErrorCode.INVALID_WINDOW,
              query.ending(),
              "EMIT FINAL is switched off on this server.")
          .hint(
              "Set " + PlannerSettings.SUPPRESS_ENABLED.name() + " to true, or write EMIT CHANGES.")
          .toException();
    }
    return AggregateStep.Emission.FINAL;
  }
}
