package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.Objects;

/** SHOW PROPERTIES. */
public record ShowProperties(Span span) implements Statement {
  public ShowProperties {
    Objects.requireNonNull(span, "span");
  }
}
