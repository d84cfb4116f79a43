package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.Objects;

/** An element of an array or map: {@code base[index]}. */
public record Subscript(Span span, Expression base, Expression index) implements Expression {
  public Subscript {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(index, "index");
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.subscript(this);
  }
}
