package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A unit of time as argument of a call, as in {@code DATEADD(DAYS, 1, d)}. */
public record IntervalUnit(Span span, TimeUnit unit) implements Expression {
  public IntervalUnit {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(unit, "unit");
    if (unit.compareTo(TimeUnit.MILLISECONDS) < 0) {
      throw new IllegalArgumentException("no SQL unit: " + unit);
    }
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.intervalUnit(this);
  }
}
