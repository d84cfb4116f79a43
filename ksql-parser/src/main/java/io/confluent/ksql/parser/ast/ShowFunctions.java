package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.Objects;

/** SHOW FUNCTIONS. */
public record ShowFunctions(Span span, boolean extended) implements Statement {
  public ShowFunctions {
    Objects.requireNonNull(span, "span");
  }
}
