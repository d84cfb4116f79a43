package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.Objects;
import java.util.Optional;

/** Two relations joined; several joins lean to the left. */
public record Join(
    Span span,
    JoinType type,
    Relation left,
    AliasedSource right,
    Expression on,
    Optional<Within> within)
    implements Relation {
  public Join {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(left, "left");
    Objects.requireNonNull(right, "right");
    Objects.requireNonNull(on, "on");
    Objects.requireNonNull(within, "within");
  }
}
