package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.Objects;

/** Two operands joined by {@code + - * /} or {@code %}. */
public record Arithmetic(Span span, ArithmeticOperator operator, Expression left, Expression right)
    implements Expression {
  public Arithmetic {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(operator, "operator");
    Objects.requireNonNull(left, "left");
    Objects.requireNonNull(right, "right");
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.arithmetic(this);
  }
}
