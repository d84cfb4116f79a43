package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import java.util.Objects;
import java.util.Optional;

/**
 * TERMINATE, PAUSE or RESUME.
 *
 * @param queryId empty for ALL
 */
public record QueryControl(Span span, Action action, Optional<Identifier> queryId)
    implements Statement {
  public QueryControl {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(action, "action");
    Objects.requireNonNull(queryId, "queryId");
  }

  /** What to do with the query. */
  public enum Action {
    TERMINATE,
    PAUSE,
    RESUME
  }
}
