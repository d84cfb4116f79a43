package io.confluent.ksql.planner.expr;

import io.confluent.ksql.schema.ksql.types.SqlType;
import java.util.List;
import java.util.Objects;

/**
 * A value known when the query is planned.
 *
 * @param value of the Java type of its SQL type; null is a typed NULL
 * @param type its SQL type
 */
public record Constant(Object value, SqlType type) implements Expr {
  public Constant {
    Objects.requireNonNull(type, "type");
  }

  @Override
  public List<Expr> inputs() {
    return List.of();
  }

  @Override
  public Expr withInputs(List<Expr> inputs) {
    return this;
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.constant(this);
  }
}
