package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.Objects;

/** SHOW VARIABLES. */
public record ShowVariables(Span span) implements Statement {
  public ShowVariables {
    Objects.requireNonNull(span, "span");
  }
}
