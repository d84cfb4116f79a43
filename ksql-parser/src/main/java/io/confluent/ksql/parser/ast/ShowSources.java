package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.Objects;

/** SHOW STREAMS or TABLES. */
public record ShowSources(Span span, SourceKind kind, boolean extended) implements Statement {
  public ShowSources {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(kind, "kind");
  }
}
