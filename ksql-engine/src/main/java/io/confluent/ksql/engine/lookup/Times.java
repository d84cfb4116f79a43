package io.confluent.ksql.engine.lookup;

import java.time.Instant;

/**
 * A span of time, both ends included, ms since the epoch.
 *
 * @param from where it begins; not negative
 * @param to where it ends; less than {@code from} if it is empty
 */
public record Times(long from, long to) {
  /** All times there are. */
  public static final Times ALL = new Times(0, Long.MAX_VALUE);

  boolean isEmpty() {
    return to < from;
  }

  boolean contains(long time) {
    return from <= time && time <= to;
  }

  Times notBefore(long time) {
    return new Times(Math.max(from, time), to);
  }

  Times notAfter(long time) {
    return new Times(from, Math.min(to, time));
  }

  Instant first() {
    return Instant.ofEpochMilli(from);
  }

  Instant last() {
    return Instant.ofEpochMilli(to);
  }
}
