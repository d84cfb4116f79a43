package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.planner.expr.ColumnRef;

/**
 * A column that a name can mean.
 *
 * @param name its name in its source
 * @param place where in the row of FROM it is
 * @param role what kind of column it is
 */
record ScopeColumn(String name, ColumnRef place, Role role) {
  enum Role {
    KEY,
    VALUE,
    /** Not declared, not part of {@code *}. */
    PSEUDO
  }
}
