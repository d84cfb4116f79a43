package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import java.util.Objects;

/** CREATE SOURCE or SINK CONNECTOR. */
public record CreateConnector(
    Span span, ConnectorKind kind, boolean ifNotExists, Identifier name, Properties with)
    implements Statement {
  public CreateConnector {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(with, "with");
  }
}
