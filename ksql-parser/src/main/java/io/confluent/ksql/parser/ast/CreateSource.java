package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import java.util.List;
import java.util.Objects;

/**
 * CREATE STREAM or TABLE over a topic.
 *
 * @param readOnly {@code CREATE SOURCE ..}
 * @param columns empty if they are to be inferred
 */
public record CreateSource(
    Span span,
    SourceKind kind,
    boolean orReplace,
    boolean ifNotExists,
    boolean readOnly,
    Identifier name,
    List<ColumnDefinition> columns,
    Properties with)
    implements Statement {
  public CreateSource {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    columns = List.copyOf(columns);
    Objects.requireNonNull(with, "with");
  }
}
