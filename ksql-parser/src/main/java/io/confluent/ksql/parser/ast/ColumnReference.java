package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import java.util.Objects;
import java.util.Optional;

/**
 * A column, or the argument of a lambda, by name.
 *
 * @param source the stream, table or alias before the dot
 */
public record ColumnReference(Span span, Optional<Identifier> source, Identifier name)
    implements Expression {
  public ColumnReference {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(name, "name");
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.columnReference(this);
  }
}
