package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** Windows that end when nothing comes for {@code gap}. */
public record SessionWindow(
    Span span, Duration gap, Optional<Duration> retention, Optional<Duration> grace)
    implements WindowClause {
  public SessionWindow {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(gap, "gap");
    Objects.requireNonNull(retention, "retention");
    Objects.requireNonNull(grace, "grace");
    Durations.check(gap);
    retention.ifPresent(Durations::check);
    grace.ifPresent(Durations::check);
  }
}
