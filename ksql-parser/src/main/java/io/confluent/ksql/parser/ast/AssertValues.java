package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import java.util.List;
import java.util.Objects;

/**
 * ASSERT VALUES, and ASSERT NULL VALUES for a deleted row: the next record of a topic; of SQL test
 * files.
 *
 * @param tombstone whether the value must be null; then columns and values are those of the key
 * @param columns empty if none were named
 */
public record AssertValues(
    Span span,
    boolean tombstone,
    Identifier source,
    List<Identifier> columns,
    List<Expression> values)
    implements Statement {
  public AssertValues {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(source, "source");
    columns = List.copyOf(columns);
    values = List.copyOf(values);
  }
}
