package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import java.util.Objects;

/** CREATE STREAM or TABLE .. AS SELECT. */
public record CreateAsSelect(
    Span span,
    SourceKind kind,
    boolean orReplace,
    boolean ifNotExists,
    Identifier name,
    Properties with,
    Query query)
    implements Statement {
  public CreateAsSelect {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(with, "with");
    Objects.requireNonNull(query, "query");
  }
}
