package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import java.util.Objects;
import java.util.Optional;

/**
 * EXPLAIN of a running query or of a statement.
 *
 * @param queryId present if {@code statement} is not
 */
public record Explain(Span span, Optional<Identifier> queryId, Optional<Statement> statement)
    implements Statement {
  public Explain {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(queryId, "queryId");
    Objects.requireNonNull(statement, "statement");
    if (queryId.isPresent() == statement.isPresent()) {
      throw new IllegalArgumentException("EXPLAIN takes a query's id or a statement");
    }
  }
}
