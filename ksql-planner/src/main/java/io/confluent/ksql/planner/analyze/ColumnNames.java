package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.parser.ast.ColumnReference;
import io.confluent.ksql.parser.ast.Dereference;
import io.confluent.ksql.parser.ast.Expression;
import io.confluent.ksql.schema.PseudoColumn;
import java.util.HashSet;
import java.util.Set;

/** Names for the columns of a result that a query does not name. */
final class ColumnNames {
  private static final String GENERATED = "KSQL_COL_";

  private final Scope scope;
  private final Set<String> used;
  private int nextGenerated;

  ColumnNames(Scope scope) {
    this.scope = scope;
    this.used = new HashSet<>(scope.columnNames());
  }

  /** The name of a column that an expression becomes. */
  String of(Expression expression) {
    if (expression instanceof ColumnReference column) {
      String name = column.name().text();
      boolean everywhere = scope.isClashing(name) || PseudoColumn.of(name).isPresent();
      return column.source().isPresent() && scope.isJoin() && everywhere
          ? column.source().get().text() + "_" + name
          : name;
    }
    if (expression instanceof Dereference field) {
      return unique(field.field().text());
    }
    return generated();
  }

  private String unique(String name) {
    String candidate = name;
    for (int i = 1; !used.add(candidate); i++) {
      candidate = name + "_" + i;
    }
    return candidate;
  }

  private String generated() {
    String candidate = GENERATED + nextGenerated++;
    while (!used.add(candidate)) {
      candidate = GENERATED + nextGenerated++;
    }
    return candidate;
  }
}
