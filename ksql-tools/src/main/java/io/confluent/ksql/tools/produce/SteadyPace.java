package io.confluent.ksql.tools.produce;

import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Records at equal distances. */
final class SteadyPace implements Pace {
  /** Lateness up to this is made up for, so that short sleeps that last too long do not add up. */
  private static final long MADE_UP_FOR_NANOS = 200_000_000;

  private final double distanceNanos;
  private final LongSupplier nanoTime;
  private final LongConsumer sleep;
  private long begin;
  private long records;

  SteadyPace(double rate, LongSupplier nanoTime, LongConsumer sleep) {
    if (!(rate > 0)) {
      throw new IllegalArgumentException("A rate is above 0, not " + rate);
    }
    distanceNanos = 1e9 / rate;
    this.nanoTime = nanoTime;
    this.sleep = sleep;
  }

  @Override
  public void await() {
    long now = nanoTime.getAsLong();
    if (records == 0) {
      begin = now;
    }
    long early = begin + (long) (records * distanceNanos) - now;
    if (early > 0) {
      sleep.accept(early);
    } else if (-early > MADE_UP_FOR_NANOS) {
      begin = now;
      records = 0;
    }
    records++;
  }
}
