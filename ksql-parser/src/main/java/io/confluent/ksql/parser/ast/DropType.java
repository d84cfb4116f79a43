package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import java.util.Objects;

/** DROP TYPE. */
public record DropType(Span span, boolean ifExists, Identifier name) implements Statement {
  public DropType {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(name, "name");
  }
}
