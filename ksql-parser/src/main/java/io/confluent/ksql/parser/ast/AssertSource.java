package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import java.util.List;
import java.util.Objects;

/** ASSERT STREAM or TABLE: how a source is defined; of SQL test files. */
public record AssertSource(
    Span span, SourceKind kind, Identifier name, List<ColumnDefinition> columns, Properties with)
    implements Statement {
  public AssertSource {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    columns = List.copyOf(columns);
    Objects.requireNonNull(with, "with");
  }
}
