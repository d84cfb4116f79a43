package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import java.util.Objects;

/** INSERT INTO .. SELECT. */
public record InsertSelect(Span span, Identifier target, Properties with, Query query)
    implements Statement {
  public InsertSelect {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(with, "with");
    Objects.requireNonNull(query, "query");
  }
}
