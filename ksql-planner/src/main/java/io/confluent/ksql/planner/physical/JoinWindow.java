package io.confluent.ksql.planner.physical;

import java.time.Duration;
import java.util.Objects;

/**
 * How far apart in time two joined events may be.
 *
 * @param before how much earlier the right one may be
 * @param after how much later the right one may be
 * @param grace how long a late event is waited for
 * @param unmatched when events without a partner are given, where the join keeps them
 */
public record JoinWindow(Duration before, Duration after, Duration grace, Unmatched unmatched) {
  public JoinWindow {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(grace, "grace");
    Objects.requireNonNull(unmatched, "unmatched");
  }

  /** When events without a partner are given. */
  public enum Unmatched {
    /** At once; should a partner come yet, the joined row follows. */
    AT_ONCE,
    /** When no partner can come any more. */
    WHEN_CLOSED
  }
}
