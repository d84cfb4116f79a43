package io.confluent.ksql.planner.expr;

import io.confluent.ksql.schema.ksql.types.SqlType;
import java.util.List;
import java.util.Objects;

/**
 * A function written in place, as an argument of another.
 *
 * @param arguments its arguments; their names are unique along any path of nested lambdas
 * @param body what it computes; may use columns of the row too
 */
public record Lambda(List<LambdaArgument> arguments, Expr body) implements Expr {
  public Lambda {
    arguments = List.copyOf(arguments);
    Objects.requireNonNull(body, "body");
  }

  @Override
  public SqlType type() {
    return body.type();
  }

  @Override
  public List<Expr> inputs() {
    return List.of(body);
  }

  @Override
  public Expr withInputs(List<Expr> inputs) {
    return new Lambda(arguments, inputs.get(0));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.lambda(this);
  }
}
