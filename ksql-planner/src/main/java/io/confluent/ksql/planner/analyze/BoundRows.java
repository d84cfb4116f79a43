package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.NamedExpr;
import io.confluent.ksql.planner.logical.LogicalPlan;
import io.confluent.ksql.schema.Column;
import java.util.ArrayList;
import java.util.List;

/** The last operator of a query, by where its rows go. */
final class BoundRows {
  private BoundRows() {}

  /** Rows that are written as they are. */
  static BoundQuery stored(QueryParts parts, LogicalPlan plan) {
    if (plan.schema().value().isEmpty()) {
      throw Diagnostic.error(
              ErrorCode.INVALID_PROJECTION,
              parts.selectSpan(),
              "The result has no columns but its key.")
          .hint("AS_VALUE(...) puts a copy of a key column into the value.")
          .toException();
    }
    return new BoundQuery(
        plan, plan.schema().all(), List.of(), parts.leftmost(), parts.from().sourceNames());
  }

  /** Takes columns that always hold the key's value from the key, which a deleted row has too. */
  static List<SelectedItem> withKeyPlaces(QueryParts parts, List<SelectedItem> items) {
    List<Column> key = parts.rows().schema().key();
    List<KeyColumn> keys = parts.from().keys();
    List<SelectedItem> placed = new ArrayList<>(items);
    for (int i = 0; i < keys.size(); i++) {
      List<ColumnRef> exact = keys.get(i).exact();
      ColumnRef place = ColumnRef.key(i, key.get(i).name(), key.get(i).type());
      placed.replaceAll(
          item -> {
            boolean same = item.expr() instanceof ColumnRef column && exact.contains(column);
            return same ? item.withExpr(place) : item;
          });
    }
    return placed;
  }

  /** Rows as SELECT says; a plain key column is left in the key, so that tombstones have it too. */
  static BoundQuery handed(QueryParts parts, List<SelectedItem> items) {
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
    List<String> keyNames = parts.rows().schema().key().stream().map(Column::name).toList();
    return new BoundQuery(
        new LogicalPlan.Project(parts.rows(), keyNames, value),
        columns,
        places,
        parts.leftmost(),
        parts.from().sourceNames());
  }
}
