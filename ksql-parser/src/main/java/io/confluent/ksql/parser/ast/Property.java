package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.Objects;

/**
 * One {@code name = value} of a WITH clause.
 *
 * @param name in upper case unless it was quoted
 */
public record Property(Span span, String name, Literal value) implements Node {
  public Property {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
  }
}
