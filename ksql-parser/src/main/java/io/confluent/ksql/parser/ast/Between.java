package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.Objects;

/** Whether a value lies between two bounds, both included. */
public record Between(Span span, Expression value, Expression low, Expression high)
    implements Expression {
  public Between {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(low, "low");
    Objects.requireNonNull(high, "high");
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.between(this);
  }
}
