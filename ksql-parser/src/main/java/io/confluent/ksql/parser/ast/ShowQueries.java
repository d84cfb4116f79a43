package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.Objects;

/** SHOW QUERIES. */
public record ShowQueries(Span span, boolean extended) implements Statement {
  public ShowQueries {
    Objects.requireNonNull(span, "span");
  }
}
