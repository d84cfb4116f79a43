package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.logical.LogicalPlan;
import io.confluent.ksql.planner.physical.ScanExtra;
import io.confluent.ksql.schema.PseudoColumn;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the time of a table's row as a column of the row. When the row changes, it is taken out of
 * its group as it was put in, and what came with its time must still be known.
 */
final class KeptRowTime {
  private KeptRowTime() {}

  /** FROM of a query that groups; a column that nothing uses is pruned later. */
  static FromClause in(FromClause from) {
    if (!(from.plan() instanceof LogicalPlan.Scan scan) || !scan.source().isTable()) {
      return from;
    }
    List<ScanExtra> extras = new ArrayList<>(scan.extras());
    extras.add(new ScanExtra(ScanExtra.Kind.TIME, PseudoColumn.ROWTIME.name(), ""));
    ColumnRef place =
        ColumnRef.value(
            scan.schema().value().size(), PseudoColumn.ROWTIME.name(), ScanExtra.Kind.TIME.type());
    List<ScopeSource> sources =
        from.sources().stream().map(source -> withTime(source, place)).toList();
    return new FromClause(
        new LogicalPlan.Scan(scan.source(), extras),
        sources,
        from.keys(),
        from.synthetic(),
        from.place());
  }

  private static ScopeSource withTime(ScopeSource source, ColumnRef place) {
    List<ScopeColumn> columns = new ArrayList<>(source.columns());
    columns.replaceAll(
        column ->
            column.place().side() == ColumnRef.Side.TIME
                ? new ScopeColumn(column.name(), place, column.role())
                : column);
    return new ScopeSource(source.alias(), source.source(), columns);
  }
}
