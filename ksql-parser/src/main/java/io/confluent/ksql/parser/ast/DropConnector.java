package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import java.util.Objects;

/** DROP CONNECTOR. */
public record DropConnector(Span span, boolean ifExists, Identifier name) implements Statement {
  public DropConnector {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(name, "name");
  }
}
