package io.confluent.ksql.tools.replay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a file is sent.
 *
 * @param rate messages a second, not negative; 0 for as fast as possible
 * @param passes how often the file is sent, at least once; {@link #FOR_EVER}
 * @param key what becomes the key
 * @param start time that the first message carries; empty for the time at which it is sent
 * @param step from the time of a message to that of the next
 * @param spread over which the times of one pass lie evenly; not together with a step
 */
public record ReplayOptions(
    double rate,
    long passes,
    RecordKey key,
    Optional<Instant> start,
    Optional<Duration> step,
    Optional<Duration> spread) {
  /** As many passes as one likes. */
  public static final long FOR_EVER = Long.MAX_VALUE;

  public ReplayOptions {
    if (!(rate >= 0)) {
      throw new IllegalArgumentException("A rate is not negative: " + rate);
    }
    if (passes < 1) {
      throw new IllegalArgumentException("A file is sent at least once, not " + passes);
    }
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(start, "start");
    if (step.isPresent() && spread.isPresent()) {
      throw new IllegalArgumentException("Times lie at a step or over a spread, not both.");
    }
  }

  /** Once, as fast as possible, without keys, with the times of sending. */
  public static ReplayOptions once() {
    return new ReplayOptions(
        0, 1, RecordKey.NONE, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same at another rate. */
  public ReplayOptions withRate(double messagesPerSecond) {
    return new ReplayOptions(messagesPerSecond, passes, key, start, step, spread);
  }

  /** The same, the file being sent so often. */
  public ReplayOptions withPasses(long times) {
    return new ReplayOptions(rate, times, key, start, step, spread);
  }

  /** The same with other keys. */
  public ReplayOptions withKey(RecordKey recordKey) {
    return new ReplayOptions(rate, passes, recordKey, start, step, spread);
  }

  /**
   * The same with times from a start on. They go on as time goes on while it is sent, unless a step
   * or a spread is set.
   */
  public ReplayOptions withStart(Instant time) {
    return new ReplayOptions(rate, passes, key, Optional.of(time), step, spread);
  }

  /** The same with times at a distance, from the start or from now on. */
  public ReplayOptions withStep(Duration distance) {
    return new ReplayOptions(rate, passes, key, start, Optional.of(distance), spread);
  }

  /** The same with the times of one pass over a duration, from the start or from now on. */
  public ReplayOptions withSpread(Duration duration) {
    return new ReplayOptions(rate, passes, key, start, step, Optional.of(duration));
  }

  /** The times of a file with so many messages, for a replay that begins now. */
  EventTimes times(long messages, Clock clock) {
    long now = clock.millis();
    long first = start.map(Instant::toEpochMilli).orElse(now);
    if (step.isPresent()) {
      long distance = step.get().toMillis();
      return index -> OptionalLong.of(first + index * distance);
    }
    if (spread.isPresent()) {
      long whole = spread.get().toMillis();
      // By passes, so that the product does not overflow in a replay without end.
      return index ->
          OptionalLong.of(first + index / messages * whole + index % messages * whole / messages);
    }
    if (start.isPresent()) {
      return index -> OptionalLong.of(first + clock.millis() - now);
    }
    return index -> OptionalLong.empty();
  }
}
