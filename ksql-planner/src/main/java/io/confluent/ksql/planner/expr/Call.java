package io.confluent.ksql.planner.expr;

import io.confluent.ksql.schema.ksql.types.SqlType;
import java.util.List;
import java.util.Objects;

/**
 * A call of an operator or a scalar function.
 *
 * @param callee what is called
 * @param arguments in order, each of the type that the callee takes
 * @param type type of the result
 */
public record Call(Callee callee, List<Expr> arguments, SqlType type) implements Expr {
  public Call {
    Objects.requireNonNull(callee, "callee");
    arguments = List.copyOf(arguments);
    Objects.requireNonNull(type, "type");
  }

  /** A call of an operator. */
  public static Call of(Operator operator, SqlType type, Expr... arguments) {
    return new Call(new Callee.Op(operator), List.of(arguments), type);
  }

  @Override
  public List<Expr> inputs() {
    return arguments;
  }

  @Override
  public Expr withInputs(List<Expr> inputs) {
    return new Call(callee, inputs, type);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.call(this);
  }
}
