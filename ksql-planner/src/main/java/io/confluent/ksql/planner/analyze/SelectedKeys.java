package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.NamedExpr;
import io.confluent.ksql.planner.logical.LogicalPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * A stored stream whose key columns are those that SELECT names, in its order; none if it names
 * none. So it is where a setting asks for it; otherwise every key column must be selected.
 */
final class SelectedKeys {
  private SelectedKeys() {}

  static BoundQuery stored(QueryParts parts, List<SelectedItem> items) {
    List<NamedExpr> key = new ArrayList<>();
    List<NamedExpr> value = new ArrayList<>();
    for (SelectedItem item : items) {
      boolean isKey =
          item.expr() instanceof ColumnRef column
              && column.side() == ColumnRef.Side.KEY
              && key.stream().noneMatch(known -> known.expr().equals(column));
      (isKey ? key : value).add(new NamedExpr(item.name(), item.expr()));
    }
    return BoundRows.stored(
        parts,
        isUnchanged(parts, key)
            ? new LogicalPlan.Project(
                parts.rows(), key.stream().map(NamedExpr::name).toList(), value)
            : rekeyed(parts, key, value));
  }

  private static boolean isUnchanged(QueryParts parts, List<NamedExpr> key) {
    boolean inOrder = key.size() == parts.rows().schema().key().size();
    for (int i = 0; i < key.size(); i++) {
      inOrder &= ((ColumnRef) key.get(i).expr()).index() == i;
    }
    return inOrder;
  }

  private static LogicalPlan rekeyed(QueryParts parts, List<NamedExpr> key, List<NamedExpr> value) {
    WindowedRows.checkKept(parts, key.stream().map(NamedExpr::expr).toList(), parts.selectSpan());
    return new LogicalPlan.Rekey(parts.rows(), key, value, LogicalPlan.Rekey.Purpose.PARTITION_BY);
  }
}
