package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import java.util.Objects;

/** DEFINE of a variable. */
public record Define(Span span, Identifier name, String value) implements Statement {
  public Define {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
  }
}
