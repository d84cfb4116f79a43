package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import java.util.Objects;

/** A column in CREATE or ALTER. */
public record ColumnDefinition(Span span, Identifier name, TypeName type, ColumnRole role)
    implements Node {
  public ColumnDefinition {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(role, "role");
  }
}
