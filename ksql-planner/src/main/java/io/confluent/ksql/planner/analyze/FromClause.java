package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.logical.LogicalPlan;
import io.confluent.ksql.schema.PseudoColumn;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * FROM, bound.
 *
 * @param plan gives its rows
 * @param sources the streams and tables, left to right
 * @param keys for each key column the columns of the row that hold the same value, best first
 */
record FromClause(LogicalPlan plan, List<ScopeSource> sources, List<List<ColumnRef>> keys) {
  FromClause {
    sources = List.copyOf(sources);
    keys = List.copyOf(keys);
  }

  Scope scope() {
    return new Scope(sources, rowTime());
  }

  /** Where the time of a row is; of a join, which has several sources, it is the row's own. */
  private ColumnRef rowTime() {
    return sources.size() == 1
        ? sources.get(0).column(PseudoColumn.ROWTIME.name()).orElseThrow().place()
        : ColumnRef.pseudo(ColumnRef.Side.TIME, PseudoColumn.ROWTIME.name());
  }

  Set<String> sourceNames() {
    return sources.stream()
        .map(source -> source.source().name())
        .collect(Collectors.toUnmodifiableSet());
  }
}
