package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.Objects;

/** ALTER SYSTEM: set a property of the whole cluster. */
public record AlterSystem(Span span, String name, String value) implements Statement {
  public AlterSystem {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
  }
}
