package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import java.util.Objects;

/** CREATE TYPE. */
public record CreateType(Span span, boolean ifNotExists, Identifier name, TypeName type)
    implements Statement {
  public CreateType {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
  }
}
