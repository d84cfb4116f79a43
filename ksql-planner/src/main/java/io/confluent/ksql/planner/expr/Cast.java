package io.confluent.ksql.planner.expr;

import io.confluent.ksql.schema.ksql.types.SqlType;
import java.util.List;
import java.util.Objects;

/**
 * A value made to be of another type.
 *
 * @param operand the value
 * @param type the type that it becomes
 */
public record Cast(Expr operand, SqlType type) implements Expr {
  public Cast {
    Objects.requireNonNull(operand, "operand");
    Objects.requireNonNull(type, "type");
  }

  /** The expression itself if it is of the type already, else a cast to it. */
  public static Expr to(SqlType type, Expr operand) {
    return operand.type().equals(type) ? operand : new Cast(operand, type);
  }

  @Override
  public List<Expr> inputs() {
    return List.of(operand);
  }

  @Override
  public Expr withInputs(List<Expr> inputs) {
    return new Cast(inputs.get(0), type);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.cast(this);
  }
}
