package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.parser.ast.AllColumns;
import io.confluent.ksql.parser.ast.Expression;
import io.confluent.ksql.parser.ast.PartitionBy;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.logical.LogicalPlan;
import java.util.ArrayList;
import java.util.List;

/** Binds PARTITION BY: key and value of the new row come from the same old row. */
final class PartitionBinder {
  private final QueryParts parts;
  private final PartitionBy clause;

  PartitionBinder(QueryParts parts, PartitionBy clause) {
    this.parts = parts;
    this.clause = clause;
  }

  /**
   * The query.
   *
   * @param items what it selects
   * @param names gives keys names that are not selected
   */
  BoundQuery bind(List<SelectedItem> items, ColumnNames names) {
    if (parts.isTable()) {
      throw Diagnostic.error(
              ErrorCode.INVALID_KEY,
              clause.span(),
              "The key of a table cannot be changed by PARTITION BY.")
          .toException();
    }
    if (clause.expressions().isEmpty()) {
      throw Diagnostic.error(
              ErrorCode.INVALID_KEY, clause.span(), "PARTITION BY names nothing to be the key.")
          .hint("PARTITION BY NULL takes the key away.")
          .toException();
    }
    KeyExprs keys = keys();
    if (!parts.isStored()) {
      return BoundRows.handed(parts, BoundRows.withKeyPlaces(parts, items));
    }
    ResultKey result =
        ResultKey.find(
            isAllSelected() ? withKeys(items, keys, names) : items,
            keys.exprs().stream().map(List::of).toList(),
            keys.titles(),
            parts.selectSpan());
    return BoundRows.stored(
        parts,
        WindowedRows.rekeyed(
            parts,
            keys.named(result.names()),
            result.value(),
            LogicalPlan.Rekey.Purpose.PARTITION_BY));
  }

  /** What PARTITION BY makes the key of; nothing for NULL. */
  private KeyExprs keys() {
    ExprBinder binder = parts.plainBinder(parts.scope());
    KeyExprs keys = new KeyExprs(ErrorCode.INVALID_KEY, "This is partitioned by twice.");
    for (Expression expression : clause.expressions()) {
      Expr bound = binder.bindNullable(expression);
      if (!Nulls.isUntyped(bound)) {
        keys.add(bound, expression);
      } else if (clause.expressions().size() > 1) {
        throw Diagnostic.error(
                ErrorCode.INVALID_KEY,
                expression.span(),
                "NULL, which takes the key away, must stand alone.")
            .toException();
      }
    }
    WindowedRows.checkKept(parts, keys.exprs(), clause.span());
    return keys;
  }

  private boolean isAllSelected() {
    return parts.query().select().stream()
        .anyMatch(item -> item instanceof AllColumns all && all.source().isEmpty());
  }

  /** A star stands for a key, too, that PARTITION BY computes. */
  private static List<SelectedItem> withKeys(
      List<SelectedItem> items, KeyExprs keys, ColumnNames names) {
    List<String> keyNames = keys.names(items, names);
    List<SelectedItem> all = new ArrayList<>(items);
    for (int i = 0; i < keyNames.size(); i++) {
      Expr key = keys.exprs().get(i);
      if (items.stream().noneMatch(item -> item.expr().equals(key))) {
        all.add(new SelectedItem(keyNames.get(i), key, keys.written().get(i).span(), false));
      }
    }
    return all;
  }
}
