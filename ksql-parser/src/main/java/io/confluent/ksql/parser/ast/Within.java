package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How far apart in time two rows of a stream-stream join may be.
 *
 * @param before how much earlier the right row may be
 * @param after how much later the right row may be
 * @param grace how long a late row is waited for
 */
public record Within(Span span, Duration before, Duration after, Optional<Duration> grace)
    implements Node {
  public Within {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(grace, "grace");
    Durations.check(before);
    Durations.check(after);
    grace.ifPresent(Durations::check);
  }
}
