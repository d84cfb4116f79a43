package io.confluent.ksql.planner.expr;

import io.confluent.ksql.schema.ksql.types.SqlType;
import java.util.List;
import java.util.Objects;

/**
 * An argument of a lambda, inside its body or at its head.
 *
 * @param name its name
 * @param type its type
 */
public record LambdaArgument(String name, SqlType type) implements Expr {
  public LambdaArgument {
    Objects.requireNonNull(name, "name");
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
    return visitor.lambdaArgument(this);
  }
}
