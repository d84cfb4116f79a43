package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.Objects;

/** {@code CAST(operand AS type)}. */
public record CastExpression(Span span, Expression operand, TypeName type) implements Expression {
  public CastExpression {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(operand, "operand");
    Objects.requireNonNull(type, "type");
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.cast(this);
  }
}
