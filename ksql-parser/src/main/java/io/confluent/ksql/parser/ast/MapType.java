package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.Objects;

/** {@code MAP<key, value>}. */
public record MapType(Span span, TypeName key, TypeName value) implements TypeName {
  public MapType {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(value, "value");
  }
}
