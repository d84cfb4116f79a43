package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.parser.ast.Emit;
import io.confluent.ksql.parser.ast.Expression;
import io.confluent.ksql.parser.ast.Query;
import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.Constant;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.NamedExpr;
import io.confluent.ksql.planner.logical.LogicalPlan;
import io.confluent.ksql.planner.physical.AggregateStep;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.PseudoColumn;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

  private final PlanningContext context;
  private final Query query;
  private final Destination destination;

  private FromClause from;
  private Scope scope;
  private LogicalPlan rows;

  private QueryBinder(PlanningContext context, Query query, Destination destination) {
    this.context = context;
    this.query = query;
    this.destination = destination;
  }

  /**
   * The query, bound.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if it cannot be
   */
  public static BoundQuery bind(PlanningContext context, Query query, Destination destination) {
    return new QueryBinder(context, query, destination).bind();
  }

  private BoundQuery bind() {
    from = new FromBinder(context).bind(query.from());
    scope = from.scope();
    rows = from.plan();
    query.where().ifPresent(this::filter);
    if (query.groupBy().isPresent()) {
      return aggregate(query.groupBy().get().expressions());
    }
    ExprBinder binder = binder(scope, Optional.of(new AggregateCollector(width())));
    SelectBinder.StarOrder order =
        query.partitionBy().isPresent()
            ? SelectBinder.StarOrder.KEY_LAST
            : SelectBinder.StarOrder.KEY_FIRST;
    ColumnNames names = new ColumnNames(scope);
    List<SelectedItem> items = select(scope, binder, names, order);
    boolean aggregates = binder.aggregates().filter(calls -> !calls.isEmpty()).isPresent();
    if (aggregates) {
      return aggregateAll();
    }
    query.window().ifPresent(window -> refuse(window.span(), "WINDOW"));
    query.having().ifPresent(having -> refuse(having.span(), "HAVING"));
    if (query.emit().filter(emit -> emit == Emit.FINAL).isPresent()) {
      throw Diagnostic.error(
              ErrorCode.INVALID_WINDOW, query.span(), "EMIT FINAL needs an aggregation by windows.")
          .toException();
    }
    return query.partitionBy().isPresent() ? partition(items, names) : project(items);
  }

  private static void refuse(Span span, String clause) {
    throw Diagnostic.error(ErrorCode.INVALID_AGGREGATION, span, "%s needs a GROUP BY.", clause)
        .toException();
  }

  private int width() {
    return from.plan().schema().value().size();
  }

  private ExprBinder binder(Scope names, Optional<AggregateCollector> aggregates) {
    return new ExprBinder(context, Optional.of(names), aggregates);
  }

  private List<SelectedItem> select(
      Scope names, ExprBinder binder, ColumnNames columns, SelectBinder.StarOrder order) {
    return new SelectBinder(names, binder, columns, order, destination == Destination.SINK)
        .bind(query.select());
  }

  private void filter(Expression where) {
    rows =
        new LogicalPlan.Filter(rows, binder(scope, Optional.empty()).bindCondition(where, "WHERE"));
  }

  private BoundQuery project(List<SelectedItem> items) {
    List<String> titles = from.keys().stream().map(same -> same.get(0).name()).toList();
    return switch (destination) {
      case SINK -> {
        ResultKey key = ResultKey.find(items, from.keys(), titles, selectSpan());
        yield stored(new LogicalPlan.Project(rows, key.names(), key.value()));
      }
      case CLIENT -> handed(items);
    };
  }

  /** Rows whose key is put together by PARTITION BY; key and value come from the same old row. */
  private BoundQuery partition(List<SelectedItem> items, ColumnNames names) {
    List<Expression> written = query.partitionBy().orElseThrow().expressions();
    if (rows.kind() == Source.Kind.TABLE) {
      throw Diagnostic.error(
              ErrorCode.INVALID_KEY,
              query.partitionBy().get().span(),
              "The key of a table cannot be changed by PARTITION BY.")
          .toException();
    }
    if (destination == Destination.CLIENT) {
      return handed(items);
    }
    ExprBinder binder = binder(scope, Optional.empty());
    List<NamedExpr> keys = new ArrayList<>();
    for (Expression expression : written) {
      Expr bound = binder.bindNullable(expression);
      if (!Nulls.isUntyped(bound)) {
        keys.add(new NamedExpr(keyName(expression, bound, items, names), bound));
      } else if (written.size() > 1) {
        throw Diagnostic.error(
                ErrorCode.INVALID_KEY,
                expression.span(),
                "NULL, which takes the key away, must stand alone.")
            .toException();
      }
    }
    KeyTypes.check(keys, written);
    ResultKey result =
        ResultKey.find(
            items,
            keys.stream().map(key -> List.of(key.expr())).toList(),
            keys.stream().map(NamedExpr::name).toList(),
            selectSpan());
    List<NamedExpr> key = renamed(keys, result.names());
    return stored(
        new LogicalPlan.Rekey(rows, key, result.value(), LogicalPlan.Rekey.Purpose.PARTITION_BY));
  }

  private static List<NamedExpr> renamed(List<NamedExpr> exprs, List<String> names) {
    List<NamedExpr> renamed = new ArrayList<>();
    for (int i = 0; i < exprs.size(); i++) {
      renamed.add(new NamedExpr(names.get(i), exprs.get(i).expr()));
    }
    return renamed;
  }

  private static String keyName(
      Expression written, Expr bound, List<SelectedItem> items, ColumnNames names) {
    return items.stream()
        .filter(item -> item.expr().equals(bound))
        .map(SelectedItem::name)
        .findFirst()
        .orElseGet(() -> names.of(written));
  }

  private BoundQuery aggregate(List<Expression> written) {
    if (rows.kind() == Source.Kind.TABLE) {
      throw Diagnostic.error(
              ErrorCode.NOT_SUPPORTED,
              query.groupBy().get().span(),
              "A table cannot be aggregated yet, only a stream.")
          .toException();
    }
    ExprBinder plain = binder(scope, Optional.empty());
    ColumnNames names = new ColumnNames(scope);
    List<NamedExpr> grouping = new ArrayList<>();
    for (Expression expression : written) {
      Expr bound = plain.bind(expression);
      if (grouping.stream().anyMatch(known -> known.expr().equals(bound))) {
        throw Diagnostic.error(
                ErrorCode.INVALID_AGGREGATION, expression.span(), "This is grouped by twice.")
            .toException();
      }
      grouping.add(new NamedExpr(names.of(expression), bound));
    }
    KeyTypes.check(grouping, written);
    return grouped(grouping, names);
  }

  /** Aggregates without GROUP BY: one group of all rows. */
  private BoundQuery aggregateAll() {
    if (destination == Destination.SINK) {
      throw Diagnostic.error(
              ErrorCode.INVALID_AGGREGATION,
              query.span(),
              "A stored result with aggregates needs a GROUP BY, since its rows need a key.")
          .toException();
    }
    NamedExpr all = new NamedExpr("KSQL_ALL", new Constant(0, SqlTypes.INTEGER));
    return grouped(List.of(all), new ColumnNames(scope));
  }

  private BoundQuery grouped(List<NamedExpr> grouping, ColumnNames names) {
    AggregateCollector aggregates = new AggregateCollector(width());
    Scope groupScope = query.window().isPresent() ? withWindowBounds(scope) : scope;
    ExprBinder binder = binder(groupScope, Optional.of(aggregates));
    List<SelectedItem> items = select(groupScope, binder, names, SelectBinder.StarOrder.KEY_FIRST);
    ExprBinder havingBinder = binder(scope, Optional.of(aggregates));
    Optional<Expr> having =
        query.having().map(condition -> havingBinder.bindCondition(condition, "HAVING"));
    if (aggregates.isEmpty()) {
      throw Diagnostic.error(
              ErrorCode.INVALID_AGGREGATION,
              query.groupBy().map(clause -> clause.span()).orElse(query.span()),
              "GROUP BY needs an aggregate function in SELECT or HAVING.")
          .hint("For example COUNT(*).")
          .toException();
    }
    GroupBinder select = new GroupBinder(grouping, aggregates, binder);
    List<SelectedItem> groupItems =
        items.stream()
            .map(item -> item.withExpr(select.grouped(item.expr(), item.span())))
            .toList();
    Grouping.Arguments arguments = Grouping.arguments(aggregates.calls());
    rows =
        new LogicalPlan.Aggregate(
            new LogicalPlan.Rekey(
                rows, grouping, arguments.columns(), LogicalPlan.Rekey.Purpose.GROUP_BY),
            arguments.calls(),
            query.window().map(Windows::of),
            emission());
    GroupBinder conditions = new GroupBinder(grouping, aggregates, havingBinder);
    having.ifPresent(
        condition ->
            rows =
                new LogicalPlan.Filter(
                    rows, conditions.grouped(condition, query.having().get().span())));
    if (destination == Destination.CLIENT) {
      return handed(groupItems);
    }
    List<List<ColumnRef>> keys = new ArrayList<>();
    for (int i = 0; i < grouping.size(); i++) {
      NamedExpr key = grouping.get(i);
      keys.add(List.of(ColumnRef.key(i, key.name(), key.expr().type())));
    }
    ResultKey key =
        ResultKey.find(
            groupItems, keys, grouping.stream().map(NamedExpr::name).toList(), selectSpan());
    return stored(new LogicalPlan.Project(rows, key.names(), key.value()));
  }

  private AggregateStep.Emission emission() {
    if (query.emit().filter(emit -> emit == Emit.FINAL).isEmpty()) {
      return AggregateStep.Emission.CHANGES;
    }
    if (query.window().isEmpty()) {
      throw Diagnostic.error(
              ErrorCode.INVALID_WINDOW, query.span(), "EMIT FINAL needs an aggregation by windows.")
          .toException();
    }
    return AggregateStep.Emission.FINAL;
  }

  private static Scope withWindowBounds(Scope scope) {
    List<ScopeSource> sources = new ArrayList<>(scope.sources());
    ScopeSource first = sources.get(0);
    List<ScopeColumn> columns = new ArrayList<>(first.columns());
    columns.add(FromBinder.pseudo(ColumnRef.Side.WINDOW_START, PseudoColumn.WINDOWSTART));
    columns.add(FromBinder.pseudo(ColumnRef.Side.WINDOW_END, PseudoColumn.WINDOWEND));
    sources.set(0, new ScopeSource(first.alias(), first.source(), columns));
    return new Scope(sources, scope.rowTime());
  }

  private Span selectSpan() {
    return query.select().get(0).span().to(query.select().get(query.select().size() - 1).span());
  }

  private BoundQuery stored(LogicalPlan plan) {
    if (plan.schema().value().isEmpty()) {
      throw Diagnostic.error(
              ErrorCode.INVALID_PROJECTION, selectSpan(), "The result has no columns but its key.")
          .hint("AS_VALUE(...) puts a copy of a key column into the value.")
          .toException();
    }
    return new BoundQuery(plan, plan.schema().all(), List.of(), leftmost(), from.sourceNames());
  }

  /** Rows as SELECT says; a plain key column is left in the key, so that tombstones have it too. */
  private BoundQuery handed(List<SelectedItem> items) {
    List<NamedExpr> value = new ArrayList<>();
    List<ColumnRef> places = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    for (SelectedItem item : items) {
      columns.add(new Column(item.name(), item.expr().type()));
      if (item.expr() instanceof ColumnRef column && column.side() != ColumnRef.Side.VALUE) {
        places.add(column);
      } else {
        places.add(ColumnRef.value(value.size(), item.name(), item.expr().type()));
        value.add(new NamedExpr(item.name(), item.expr()));
      }
    }
    List<String> keyNames = rows.schema().key().stream().map(Column::name).toList();
    return new BoundQuery(
        new LogicalPlan.Project(rows, keyNames, value),
        columns,
        places,
        leftmost(),
        from.sourceNames());
  }

  private Source leftmost() {
    return from.sources().get(0).source();
  }
}
