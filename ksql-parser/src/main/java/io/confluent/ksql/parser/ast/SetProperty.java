package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.Objects;

/**
 * SET of a session property.
 *
 * @param place where its name and value stand
 */
public record SetProperty(Span span, Span place, String name, String value) implements Statement {
  public SetProperty {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
  }
}
