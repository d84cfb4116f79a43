package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import java.util.Objects;
import java.util.Optional;

/** {@code *} or {@code source.*}. */
public record AllColumns(Span span, Optional<Identifier> source) implements SelectItem {
  public AllColumns {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(source, "source");
  }
}
