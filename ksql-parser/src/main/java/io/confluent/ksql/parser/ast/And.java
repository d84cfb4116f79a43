package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.Objects;

/** Both. */
public record And(Span span, Expression left, Expression right) implements Expression {
  public And {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(left, "left");
    Objects.requireNonNull(right, "right");
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.and(this);
  }
}
