package io.confluent.ksql.planner.expr;

import io.confluent.ksql.schema.Column;
import java.util.List;
import java.util.Objects;

/**
 * An expression that becomes a column.
 *
 * @param name name of the column
 * @param expr its value
 */
public record NamedExpr(String name, Expr expr) {
  public NamedExpr {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(expr, "expr");
  }

  /** The column that it becomes. */
  public Column column() {
    return new Column(name, expr.type());
  }

  /** The columns that they become. */
  public static List<Column> columns(List<NamedExpr> exprs) {
    return exprs.stream().map(NamedExpr::column).toList();
  }
}
