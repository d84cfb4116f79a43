package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import java.util.Objects;

/** A field of a struct: {@code base->field}. */
public record Dereference(Span span, Expression base, Identifier field) implements Expression {
  public Dereference {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(field, "field");
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.dereference(this);
  }
}
