package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Windows of one size that begin every {@code advance}. */
public record HoppingWindow(
    Span span,
    Duration size,
    Duration advance,
    Optional<Duration> retention,
    Optional<Duration> grace)
    implements WindowClause {
  public HoppingWindow {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(size, "size");
    Objects.requireNonNull(advance, "advance");
    Objects.requireNonNull(retention, "retention");
    Objects.requireNonNull(grace, "grace");
    Durations.check(size);
    Durations.check(advance);
    retention.ifPresent(Durations::check);
    grace.ifPresent(Durations::check);
  }
}
