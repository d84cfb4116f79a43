package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.logical.LogicalPlan;
import io.confluent.ksql.schema.PseudoColumn;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * FROM, bound.
 *
 * @param plan gives its rows
 * @param sources the streams and tables, left to right
 * @param keys the key columns
 * @param synthetic the column that stands for a key which no column of a source always holds
 * @param place how and where its keys are written
 */
record FromClause(
    LogicalPlan plan,
    List<ScopeSource> sources,
    List<KeyColumn> keys,
    Optional<ScopeColumn> synthetic,
    KeyPlace place) {
  FromClause {
    sources = List.copyOf(sources);
    keys = List.copyOf(keys);
  }

  Scope scope() {
    return new Scope(sources, rowTime(), synthetic);
  }

  /** Where the time of a row is; of a join, which has several sources, it is the row's own. */
  private ColumnRef rowTime() {
    return sources.size() == 1
        ? sources.get(0).column(PseudoColumn.ROWTIME.name()).orElseThrow().place()
        : ColumnRef.pseudo(ColumnRef.Side.TIME, PseudoColumn.ROWTIME.name());
  }

  /** For each key column the columns that can be it in a stored result. */
  List<List<ColumnRef>> keyChoices() {
    return keys.stream().map(KeyColumn::columns).toList();
  }

  /** How people call each key column. */
  List<String> keyTitles() {
    return keyChoices().stream()
        .map(same -> same.stream().map(this::title).collect(Collectors.joining(" or ")))
        .toList();
  }

  private String title(ColumnRef column) {
    if (sources.size() > 1) {
      for (ScopeSource source : sources) {
        if (source.columns().stream().anyMatch(known -> known.place().equals(column))) {
          return source.alias() + "." + column.name();
        }
      }
    }
    return column.name();
  }

  Set<String> sourceNames() {
    return sources.stream()
        .map(source -> source.source().name())
        .collect(Collectors.toUnmodifiableSet());
  }
}
