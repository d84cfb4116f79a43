package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.Objects;

/**
 * The contrary; {@code NOT IN}, {@code IS NOT NULL} and their like are this around the plain form.
 */
public record Not(Span span, Expression operand) implements Expression {
  public Not {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(operand, "operand");
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.not(this);
  }
}
