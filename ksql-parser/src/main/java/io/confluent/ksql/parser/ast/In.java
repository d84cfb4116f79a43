package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.List;
import java.util.Objects;

/**
 * Whether a value is one of a list.
 *
 * @param list at least one
 */
public record In(Span span, Expression value, List<Expression> list) implements Expression {
  public In {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(value, "value");
    list = List.copyOf(list);
    if (list.isEmpty()) {
      throw new IllegalArgumentException("IN needs a list");
    }
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.in(this);
  }
}
