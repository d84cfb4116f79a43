package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.Objects;

/** One branch of a CASE. */
public record When(Span span, Expression condition, Expression result) implements Node {
  public When {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(condition, "condition");
    Objects.requireNonNull(result, "result");
  }
}
