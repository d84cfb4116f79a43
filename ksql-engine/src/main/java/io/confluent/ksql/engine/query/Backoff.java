package io.confluent.ksql.engine.query;

import java.time.Duration;

/**
 * How long a query that failed waits: doubling with every error, from the start again after it has
 * run for as long as the longest wait. Owned by the thread that failed.
 */
final class Backoff {
  private final Duration initial;
  private final Duration max;
  private Duration next;
  private long lastMs = Long.MIN_VALUE;

  Backoff(Duration initial, Duration max) {
    this.initial = initial;
    this.max = max;
    next = initial;
  }

  /** The wait after an error at a time in ms. */
  synchronized Duration afterErrorAt(long nowMs) {
    boolean ranLong = lastMs != Long.MIN_VALUE && nowMs - lastMs > 2 * max.toMillis();
    Duration wait = ranLong ? initial : next;
    Duration twice = wait.multipliedBy(2);
    next = twice.compareTo(max) > 0 ? max : twice;
    lastMs = nowMs;
    return wait.compareTo(max) > 0 ? max : wait;
  }
}
