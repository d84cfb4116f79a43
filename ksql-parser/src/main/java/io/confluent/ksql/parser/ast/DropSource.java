package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import java.util.Objects;

/** DROP STREAM or TABLE. */
public record DropSource(
    Span span, SourceKind kind, boolean ifExists, Identifier name, boolean deleteTopic)
    implements Statement {
  public DropSource {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
  }
}
