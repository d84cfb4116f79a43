package io.confluent.ksql.tools.produce;

import java.util.Random;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** How fast records follow each other. For one thread at a time. */
public interface Pace {
  /** As fast as they are taken. */
  Pace UNLIMITED = () -> {};

  /** Returns when the next record is due, or when asked to stop. */
  void await();

  /**
   * So many records a second on average; after a pause it does not hurry to make up for it.
   *
   * @param rate records a second, above 0
   */
  static Pace perSecond(double rate, StopSignal stop) {
    return perSecond(rate, System::nanoTime, stop::sleepNanos);
  }

  /** The same by a given clock, in nanoseconds. */
  static Pace perSecond(double rate, LongSupplier nanoTime, LongConsumer sleep) {
    return new SteadyPace(rate, nanoTime, sleep);
  }

  /** A random pause before each record, from none to that many ms. */
  static Pace upTo(long maxMs, Random random, LongConsumer sleepNanos) {
    return () -> sleepNanos.accept(random.nextLong(maxMs + 1) * 1_000_000);
  }
}
