package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import java.util.Objects;

/** DESCRIBE FUNCTION. */
public record DescribeFunction(Span span, Identifier name) implements Statement {
  public DescribeFunction {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(name, "name");
  }
}
