package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.logical.LogicalPlan;
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
    return new Scope(sources, ColumnRef.pseudo(ColumnRef.Side.TIME, "ROWTIME"));
  }

  Set<String> sourceNames() {
    return sources.stream()
        .map(source -> source.source().name())
        .collect(Collectors.toUnmodifiableSet());
  }
}
