package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.schema.ksql.types.SqlType;
import java.util.List;

/** The column that stands for the key of a join where no column of a source is that key. */
final class SyntheticKey {
  static final String NAME = "ROWKEY";

  private SyntheticKey() {}

  /** It is called ROWKEY, with a number behind it where a source has such a column. */
  static ScopeColumn of(List<ScopeSource> sources, SqlType type) {
    String name = NAME;
    for (int i = 1; isTaken(name, sources); i++) {
      name = NAME + "_" + i;
    }
    return new ScopeColumn(name, ColumnRef.key(0, name, type), ScopeColumn.Role.KEY);
  }

  private static boolean isTaken(String name, List<ScopeSource> sources) {
    return sources.stream().anyMatch(source -> source.column(name).isPresent());
  }
}
