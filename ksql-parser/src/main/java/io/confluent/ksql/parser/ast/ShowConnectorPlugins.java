package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.Objects;

/** SHOW CONNECTOR PLUGINS. */
public record ShowConnectorPlugins(Span span) implements Statement {
  public ShowConnectorPlugins {
    Objects.requireNonNull(span, "span");
  }
}
