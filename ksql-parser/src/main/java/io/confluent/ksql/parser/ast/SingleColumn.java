package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import java.util.Objects;
import java.util.Optional;

/** One expression of a SELECT list. */
public record SingleColumn(Span span, Expression expression, Optional<Identifier> alias)
    implements SelectItem {
  public SingleColumn {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(expression, "expression");
    Objects.requireNonNull(alias, "alias");
  }
}
