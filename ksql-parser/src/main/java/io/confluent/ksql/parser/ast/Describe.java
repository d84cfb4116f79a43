package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import java.util.Objects;

/** DESCRIBE one stream or table. */
public record Describe(Span span, Identifier source, boolean extended) implements Statement {
  public Describe {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(source, "source");
  }
}
