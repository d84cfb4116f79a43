package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Windows of one size, one after the other. */
public record TumblingWindow(
    Span span, Duration size, Optional<Duration> retention, Optional<Duration> grace)
    implements WindowClause {
  public TumblingWindow {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(size, "size");
    Objects.requireNonNull(retention, "retention");
    Objects.requireNonNull(grace, "grace");
    Durations.check(size);
    retention.ifPresent(Durations::check);
    grace.ifPresent(Durations::check);
  }
}
