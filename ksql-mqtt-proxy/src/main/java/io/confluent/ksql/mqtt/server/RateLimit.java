package io.confluent.ksql.mqtt.server;

import java.util.concurrent.TimeUnit;

/** How fast a client may publish: a bucket that holds the messages of one second. */
final class RateLimit {
  private final long nanosEach;
  private long freeAt;

  /**
   * @param perSecond 0 for any number
   */
  RateLimit(int perSecond, long now) {
    this.nanosEach = perSecond == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / perSecond;
    this.freeAt = now - TimeUnit.SECONDS.toNanos(1);
  }

  /** Whether there is a limit at all. */
  boolean isLimited() {
    return nanosEach > 0;
  }

  /** Counts a message. */
  void count(long now) {
    freeAt = Math.max(freeAt, now - TimeUnit.SECONDS.toNanos(1)) + nanosEach;
  }

  /** How many nanoseconds to wait before the next message; 0 or less for none. */
  long pause(long now) {
    return freeAt - now;
  }
}
