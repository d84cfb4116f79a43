package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.Objects;
import java.util.Optional;

/**
 * SHOW [SOURCE | SINK] CONNECTORS.
 *
 * @param kind empty for both
 */
public record ShowConnectors(Span span, Optional<ConnectorKind> kind) implements Statement {
  public ShowConnectors {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(kind, "kind");
  }
}
