package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * ASSERT SCHEMA.
 *
 * @param exists false for {@code ASSERT NOT EXISTS}
 * @param subject in the case it was written in, quoted or not
 */
public record AssertSchema(
    Span span,
    boolean exists,
    Optional<Identifier> subject,
    Optional<Integer> id,
    Optional<Duration> timeout)
    implements Statement {
  public AssertSchema {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(timeout, "timeout");
    timeout.ifPresent(Durations::check);
  }
}
