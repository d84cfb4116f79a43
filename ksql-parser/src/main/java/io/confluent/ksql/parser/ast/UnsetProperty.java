package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.Objects;

/**
 * UNSET of a session property.
 *
 * @param place where its name stands
 */
public record UnsetProperty(Span span, Span place, String name) implements Statement {
  public UnsetProperty {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(name, "name");
  }
}
