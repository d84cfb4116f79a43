package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.parser.ast.AllColumns;
import io.confluent.ksql.parser.ast.Emit;
import io.confluent.ksql.parser.ast.Expression;
import io.confluent.ksql.parser.ast.Query;
import io.confluent.ksql.parser.format.ExpressionFormatter;
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
    if (destination == Destination.SINK && rows.kind() == Source.Kind.TABLE) {
      refuseWindowedTable();
    }
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

  private void refuseWindowedTable() {
    for (ScopeSource source : from.sources()) {
      if (source.source().window().isPresent()) {
        throw Diagnostic.error(
                ErrorCode.WRONG_SOURCE_KIND,
                query.from().span(),
                "%s is a windowed table, and no stored query reads one.",
                source.source().name())
            .hint("Declare a windowed stream over its topic, or ask it with SELECT.")
            .toException();
      }
    }
  }

  /** A windowed key has its window in it, which no step behind would take out or compare. */
  private void refuseWindowed(Span span, String what) {
    for (ScopeSource source : from.sources()) {
      if (source.source().window().isPresent()) {
        throw Diagnostic.error(
                ErrorCode.NOT_SUPPORTED,
                span,
                "%s is windowed and cannot %s yet.",
                source.source().name(),
                what)
            .toException();
      }
    }
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
    List<Expr> exprs = partitioning(written);
    if (destination == Destination.CLIENT) {
      return handed(items);
    }
    ResultKey result =
        ResultKey.find(
            isAllSelected() ? withKeys(items, exprs, written, names) : items,
            exprs.stream().map(List::of).toList(),
            exprs.isEmpty() ? List.of() : titles(written),
            selectSpan());
    List<NamedExpr> key = named(result.names(), exprs);
    return stored(
        new LogicalPlan.Rekey(rows, key, result.value(), LogicalPlan.Rekey.Purpose.PARTITION_BY));
  }

  private boolean isAllSelected() {
    return query.select().stream()
        .anyMatch(item -> item instanceof AllColumns all && all.source().isEmpty());
  }

  /** A star stands for a key, too, that PARTITION BY computes. */
  private static List<SelectedItem> withKeys(
      List<SelectedItem> items, List<Expr> keys, List<Expression> written, ColumnNames names) {
    List<String> keyNames = keyNames(keys, written, items, names);
    List<SelectedItem> all = new ArrayList<>(items);
    for (int i = 0; i < keys.size(); i++) {
      Expr key = keys.get(i);
      if (items.stream().noneMatch(item -> item.expr().equals(key))) {
        all.add(new SelectedItem(keyNames.get(i), key, written.get(i).span(), false));
      }
    }
    return all;
  }

  /** What PARTITION BY makes the key of; nothing for NULL. */
  private List<Expr> partitioning(List<Expression> written) {
    ExprBinder binder = binder(scope, Optional.empty());
    List<Expr> exprs = new ArrayList<>();
    for (Expression expression : written) {
      Expr bound = binder.bindNullable(expression);
      if (!Nulls.isUntyped(bound)) {
        addKey(exprs, bound, expression, ErrorCode.INVALID_KEY, "This is partitioned by twice.");
      } else if (written.size() > 1) {
        throw Diagnostic.error(
                ErrorCode.INVALID_KEY,
                expression.span(),
                "NULL, which takes the key away, must stand alone.")
            .toException();
      }
    }
    return exprs;
  }

  private static void addKey(
      List<Expr> keys, Expr key, Expression written, ErrorCode code, String twice) {
    if (keys.contains(key)) {
      throw Diagnostic.error(code, written.span(), "%s", twice)
          .hint("Leave one of them out.")
          .toException();
    }
    KeyTypes.check(key, written);
    keys.add(key);
  }

  private static List<String> titles(List<Expression> written) {
    return written.stream().map(ExpressionFormatter::format).toList();
  }

  private static List<NamedExpr> named(List<String> names, List<Expr> exprs) {
    List<NamedExpr> named = new ArrayList<>();
    for (int i = 0; i < exprs.size(); i++) {
      named.add(new NamedExpr(names.get(i), exprs.get(i)));
    }
    return named;
  }

  /** What SELECT calls a group; only what it leaves out gets a name of its own. */
  private static List<String> keyNames(
      List<Expr> exprs, List<Expression> written, List<SelectedItem> items, ColumnNames names) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < exprs.size(); i++) {
      Expr expr = exprs.get(i);
      Expression text = written.get(i);
      found.add(
          items.stream()
              .filter(item -> item.expr().equals(expr))
              .map(SelectedItem::name)
              .findFirst()
              .orElseGet(() -> names.of(text)));
    }
    return found;
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
    List<Expr> exprs = new ArrayList<>();
    for (Expression expression : written) {
      addKey(
          exprs,
          plain.bind(expression),
          expression,
          ErrorCode.INVALID_AGGREGATION,
          "This is grouped by twice.");
    }
    return grouped(exprs, written);
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
    return grouped(List.of(new Constant(0, SqlTypes.INTEGER)), List.of());
  }

  /**
   * @param exprs what makes a group
   * @param written the same as the query has it; empty for the one group of all rows
   */
  private BoundQuery grouped(List<Expr> exprs, List<Expression> written) {
    refuseWindowed(query.groupBy().map(clause -> clause.span()).orElse(query.span()), "be grouped");
    ColumnNames names = new ColumnNames(scope);
    AggregateCollector aggregates = new AggregateCollector(width());
    Scope groupScope = query.window().isPresent() ? withWindowBounds(scope) : scope;
    ExprBinder binder = binder(groupScope, Optional.of(aggregates));
    List<SelectedItem> items = select(groupScope, binder, names, SelectBinder.StarOrder.KEY_FIRST);
    List<NamedExpr> grouping =
        written.isEmpty()
            ? List.of(new NamedExpr("KSQL_ALL", exprs.get(0)))
            : named(keyNames(exprs, written, items, names), exprs);
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
    GroupBinder select =
        new GroupBinder(grouping, aggregates, binder, missingKeys(grouping, items));
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
            query.window().map(window -> Windows.of(window, emission())),
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
    ResultKey key = ResultKey.find(groupItems, keys, titles(written), selectSpan());
    return stored(new LogicalPlan.Project(rows, key.names(), key.value()));
  }

  private List<String> missingKeys(List<NamedExpr> grouping, List<SelectedItem> items) {
    return destination == Destination.CLIENT
        ? List.of()
        : grouping.stream()
            .filter(key -> items.stream().noneMatch(item -> item.expr().equals(key.expr())))
            .map(NamedExpr::name)
            .toList();
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
