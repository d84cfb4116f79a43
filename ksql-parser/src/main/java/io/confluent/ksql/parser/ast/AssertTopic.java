package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * ASSERT TOPIC.
 *
 * @param exists false for {@code ASSERT NOT EXISTS}
 * @param topic in the case it was written in, quoted or not
 */
public record AssertTopic(
    Span span, boolean exists, Identifier topic, Properties with, Optional<Duration> timeout)
    implements Statement {
  public AssertTopic {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(with, "with");
    Objects.requireNonNull(timeout, "timeout");
    timeout.ifPresent(Durations::check);
  }
}
