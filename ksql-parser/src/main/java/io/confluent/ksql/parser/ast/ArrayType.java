package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.Objects;

/** {@code ARRAY<item>}. */
public record ArrayType(Span span, TypeName item) implements TypeName {
  public ArrayType {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(item, "item");
  }
}
