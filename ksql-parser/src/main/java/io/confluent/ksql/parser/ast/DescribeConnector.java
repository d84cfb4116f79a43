package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import java.util.Objects;

/** DESCRIBE CONNECTOR. */
public record DescribeConnector(Span span, Identifier name) implements Statement {
  public DescribeConnector {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(name, "name");
  }
}
