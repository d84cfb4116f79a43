package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The WITH clause.
 *
 * @param properties in the order written; names may repeat
 */
public record Properties(Span span, List<Property> properties) implements Node {
  public Properties {
    Objects.requireNonNull(span, "span");
    properties = List.copyOf(properties);
  }

  /** No WITH clause. */
  public static Properties none() {
    return new Properties(Span.NONE, List.of());
  }

  /** The last property of that name, in whatever case either is. */
  public Optional<Property> get(String name) {
    Property found = null;
    for (Property property : properties) {
      if (property.name().equalsIgnoreCase(name)) {
        found = property;
      }
    }
    return Optional.ofNullable(found);
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return properties.isEmpty();
  }
}
