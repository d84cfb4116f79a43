package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.planner.catalog.Source;
import java.util.List;
import java.util.Optional;

/**
 * A stream or table of FROM, under the name that a query gives it.
 *
 * @param alias what its columns are qualified with
 * @param source what it is
 * @param columns its columns: the key's, then the value's, then those of every row
 */
record ScopeSource(String alias, Source source, List<ScopeColumn> columns) {
  ScopeSource {
    columns = List.copyOf(columns);
  }

  Optional<ScopeColumn> column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  /** The declared columns, in the order of {@code *}. */
  List<ScopeColumn> declared() {
    return columns.stream().filter(column -> column.role() != ScopeColumn.Role.PSEUDO).toList();
  }
}
