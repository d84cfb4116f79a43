package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.Objects;

/** DESCRIBE STREAMS or TABLES. */
public record DescribeSources(Span span, SourceKind kind, boolean extended) implements Statement {
  public DescribeSources {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(kind, "kind");
  }
}
