package io.confluent.ksql.mqtt.session;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes all sessions together may hold for their clients. */
public final class QueueBudget {
  private final long limit;
  private final AtomicLong taken = new AtomicLong();

  /**
   * @param limit bytes
   */
  public QueueBudget(long limit) {
    this.limit = limit;
  }

  boolean take(int bytes) {
    if (taken.addAndGet(bytes) > limit) {
      taken.addAndGet(-bytes);
      return false;
    }
    return true;
  }

  void give(int bytes) {
    taken.addAndGet(-bytes);
  }
}
