package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.List;
import java.util.Objects;

/**
 * {@code ARRAY[a, b]}.
 *
 * @param elements may be empty: whether that means anything is for the analyzer
 */
public record ArrayConstructor(Span span, List<Expression> elements) implements Expression {
  public ArrayConstructor {
    Objects.requireNonNull(span, "span");
    elements = List.copyOf(elements);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.arrayConstructor(this);
  }
}
