package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.Objects;

/** Unary minus; that of a number literal is part of the literal. */
public record Negation(Span span, Expression operand) implements Expression {
  public Negation {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(operand, "operand");
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.negation(this);
  }
}
