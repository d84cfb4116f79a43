package io.confluent.ksql.planner.classic;

import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.parser.ast.AliasedSource;
import io.confluent.ksql.parser.ast.AllColumns;
import io.confluent.ksql.parser.ast.CastExpression;
import io.confluent.ksql.parser.ast.ColumnReference;
import io.confluent.ksql.parser.ast.Dereference;
import io.confluent.ksql.parser.ast.Emit;
import io.confluent.ksql.parser.ast.Expression;
import io.confluent.ksql.parser.ast.FunctionCall;
import io.confluent.ksql.parser.ast.GroupBy;
import io.confluent.ksql.parser.ast.Join;
import io.confluent.ksql.parser.ast.NamedType;
import io.confluent.ksql.parser.ast.PartitionBy;
import io.confluent.ksql.parser.ast.Query;
import io.confluent.ksql.parser.ast.Relation;
import io.confluent.ksql.parser.ast.SelectItem;
import io.confluent.ksql.parser.ast.SingleColumn;
import io.confluent.ksql.parser.ast.StructAll;
import io.confluent.ksql.planner.catalog.Catalog;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.PseudoColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Queries. Those for a client go on for ever and show the time of a row. Those that are stored have
 * the text of their key as ROWKEY; what they partition by stays in the value.
 */
final class ClassicQueries {
  private static final String UNNAMED = "KSQL_COL_";

  private final Catalog catalog;

  ClassicQueries(Catalog catalog) {
    this.catalog = catalog;
  }

  /** A query whose rows go to whoever asked. */
  Query handed(Query query) {
    List<SelectItem> items = new ArrayList<>();
    for (SelectItem item : items(query)) {
      if (item instanceof AllColumns all && all.source().isEmpty()) {
        items.add(column(all, PseudoColumn.ROWTIME.name()));
      }
      items.add(item);
    }
    return with(
        query, items, query.partitionBy(), query.emit().or(() -> Optional.of(Emit.CHANGES)));
  }

  /** A query whose rows are stored. */
  Query stored(Query query) {
    List<SelectItem> items = items(query);
    if (query.partitionBy().isPresent() && query.partitionBy().get().expressions().size() == 1) {
      return partitioned(query, items, query.partitionBy().get());
    }
    if (query.partitionBy().isEmpty()) {
      items.addAll(0, missing(query, items));
    }
    return with(query, items, query.partitionBy(), query.emit());
  }

  /** By a column of the result: its text becomes the key, and it stays in the value. */
  private Query partitioned(Query query, List<SelectItem> selected, PartitionBy clause) {
    List<SelectItem> items = selected.stream().flatMap(item -> spread(query, item)).toList();
    Expression by = ClassicExpressions.of(clause.expressions().get(0));
    List<SelectItem> changed = new ArrayList<>(items);
    if (by instanceof ColumnReference wanted) {
      for (int i = 0; i < items.size(); i++) {
        if (items.get(i) instanceof SingleColumn item && isCalled(item, wanted.name())) {
          by = item.expression();
          changed.set(i, inValue(item, wanted.name()));
        }
      }
    }
    NamedType text =
        new NamedType(by.span(), new Identifier("STRING", by.span(), false), List.of());
    Expression key = new CastExpression(by.span(), by, text);
    changed.add(
        0, new SingleColumn(by.span(), key, Optional.of(Identifier.of(ClassicStatements.ROWKEY))));
    changed.removeIf(item -> item instanceof SingleColumn column && isRowKey(column));
    return with(
        query, changed, Optional.of(new PartitionBy(clause.span(), List.of(key))), query.emit());
  }

  /** A star as the columns of the value; the old key is no more. */
  private Stream<SelectItem> spread(Query query, SelectItem item) {
    Optional<Source> source =
        item instanceof AllColumns && query.from() instanceof AliasedSource from
            ? catalog.source(from.source().text())
            : Optional.empty();
    return source
        .map(
            from ->
                from.schema().value().stream()
                    .map(column -> (SelectItem) column(item, column.name())))
        .orElse(Stream.of(item));
  }

  private static boolean isRowKey(SingleColumn item) {
    return item.alias().isEmpty() && isCalled(item, Identifier.of(ClassicStatements.ROWKEY));
  }

  private static SingleColumn inValue(SingleColumn item, Identifier name) {
    Expression copy =
        new FunctionCall(item.span(), Identifier.of("AS_VALUE"), List.of(item.expression()));
    return new SingleColumn(item.span(), copy, Optional.of(name));
  }

  private static boolean isCalled(SingleColumn item, Identifier name) {
    return item.alias()
        .or(() -> columnOf(item.expression()))
        .filter(called -> called.text().equals(name.text()))
        .isPresent();
  }

  private static Optional<Identifier> columnOf(Expression expression) {
    return expression instanceof ColumnReference column
        ? Optional.of(column.name())
        : Optional.empty();
  }

  /** Columns of the key that the result would have had by itself. */
  private List<SelectItem> missing(Query query, List<SelectItem> items) {
    if (items.stream().anyMatch(AllColumns.class::isInstance)) {
      return List.of();
    }
    List<Expression> wanted = new ArrayList<>();
    if (query.groupBy().isPresent()) {
      query.groupBy().get().expressions().stream()
          .map(ClassicExpressions::of)
          .filter(ColumnReference.class::isInstance)
          .forEach(wanted::add);
    } else if (query.from() instanceof AliasedSource from) {
      catalog.source(from.source().text()).map(Source::schema).stream()
          .flatMap(schema -> schema.key().stream())
          .map(Column::name)
          .forEach(
              name -> wanted.add(new ColumnReference(from.span(), Optional.empty(), named(name))));
    }
    List<SelectItem> missing = new ArrayList<>();
    for (Expression column : wanted) {
      String name = ((ColumnReference) column).name().text();
      boolean there =
          items.stream()
              .anyMatch(
                  item ->
                      item instanceof SingleColumn single
                          && columnOf(single.expression())
                              .filter(known -> known.text().equals(name))
                              .isPresent());
      if (!there) {
        missing.add(new SingleColumn(query.select().get(0).span(), column, Optional.empty()));
      }
    }
    return missing;
  }

  private static Identifier named(String name) {
    return Identifier.of(name);
  }

  /** What has no name is called by its place, counted from 0. */
  private static List<SelectItem> items(Query query) {
    List<SelectItem> items = new ArrayList<>();
    for (int i = 0; i < query.select().size(); i++) {
      items.add(item(query.select().get(i), i));
    }
    return items;
  }

  private static SelectItem item(SelectItem item, int place) {
    if (item instanceof SingleColumn column) {
      Expression expression = ClassicExpressions.of(column.expression());
      boolean named = expression instanceof ColumnReference || expression instanceof Dereference;
      Optional<Identifier> alias =
          named || column.alias().isPresent()
              ? column.alias()
              : Optional.of(Identifier.of(UNNAMED + place));
      return new SingleColumn(column.span(), expression, alias);
    }
    return item instanceof StructAll all
        ? new StructAll(all.span(), ClassicExpressions.of(all.struct()))
        : item;
  }

  private static SingleColumn column(SelectItem place, String name) {
    return new SingleColumn(
        place.span(),
        new ColumnReference(place.span(), Optional.empty(), named(name)),
        Optional.empty());
  }

  private static Query with(
      Query query, List<SelectItem> items, Optional<PartitionBy> partitionBy, Optional<Emit> emit) {
    return new Query(
        query.span(),
        items,
        relation(query.from()),
        query.window(),
        query.where().map(ClassicExpressions::of),
        query
            .groupBy()
            .map(clause -> new GroupBy(clause.span(), ClassicExpressions.of(clause.expressions()))),
        partitionBy,
        query.having().map(ClassicExpressions::of),
        emit,
        query.limit(),
        query.ending());
  }

  private static Relation relation(Relation relation) {
    return relation instanceof Join join
        ? new Join(
            join.span(),
            join.type(),
            relation(join.left()),
            join.right(),
            ClassicExpressions.of(join.on()),
            join.within())
        : relation;
  }
}
