package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import java.util.Objects;

/** UNDEFINE of a variable. */
public record Undefine(Span span, Identifier name) implements Statement {
  public Undefine {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(name, "name");
  }
}
