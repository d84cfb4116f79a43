package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.Objects;

/** UNSET of a session property. */
public record UnsetProperty(Span span, String name) implements Statement {
  public UnsetProperty {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(name, "name");
  }
}
