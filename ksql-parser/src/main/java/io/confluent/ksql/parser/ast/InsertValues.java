package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import java.util.List;
import java.util.Objects;

/**
 * INSERT INTO .. VALUES.
 *
 * @param columns empty if none were named
 */
public record InsertValues(
    Span span, Identifier target, List<Identifier> columns, List<Expression> values)
    implements Statement {
  public InsertValues {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(target, "target");
    columns = List.copyOf(columns);
    values = List.copyOf(values);
  }
}
