package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.Objects;

/** Either. */
public record Or(Span span, Expression left, Expression right) implements Expression {
  public Or {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(left, "left");
    Objects.requireNonNull(right, "right");
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.or(this);
  }
}
