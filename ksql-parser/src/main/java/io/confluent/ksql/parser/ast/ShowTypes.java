package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.Objects;

/** SHOW TYPES. */
public record ShowTypes(Span span) implements Statement {
  public ShowTypes {
    Objects.requireNonNull(span, "span");
  }
}
