package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.Objects;

/** SET of a session property. */
public record SetProperty(Span span, String name, String value) implements Statement {
  public SetProperty {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
  }
}
