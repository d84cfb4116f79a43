package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import java.util.List;
import java.util.Objects;

/**
 * ALTER STREAM or TABLE .. ADD COLUMN.
 *
 * @param added at least one, of role {@link ColumnRole.Value}
 */
public record AlterSource(Span span, SourceKind kind, Identifier name, List<ColumnDefinition> added)
    implements Statement {
  public AlterSource {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    added = List.copyOf(added);
    if (added.isEmpty()) {
      throw new IllegalArgumentException("ALTER needs a column");
    }
  }
}
