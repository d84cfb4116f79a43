package io.confluent.ksql.parser.ast;

import java.time.Duration;

/** What every duration in a statement obeys. */
final class Durations {
  private Durations() {}

  /** Durations are whole milliseconds, not negative: SQL cannot write any other. */
  static void check(Duration duration) {
    if (duration.isNegative() || duration.toNanosPart() % 1_000_000 != 0) {
      throw new IllegalArgumentException("no duration of SQL: " + duration);
    }
  }
}
