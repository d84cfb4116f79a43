package io.confluent.ksql.benchmarks.pipeline;

import java.time.Duration;
import java.util.Optional;

/**
 * The rows of a process between two moments at which it was seen to advance: the first advance
 * after the time in which it settles, and the first one after the length of the turn. So it does
 * not matter how far apart advances are.
 */
final class Turn {
  private final Duration settle;
  private final Duration length;
  private final Sample start;
  private long rows;
  private Optional<Sample> begin = Optional.empty();
  private Optional<Sample> end = Optional.empty();

  /**
   * What was seen of a process.
   *
   * @param nanos of the clock
   * @param computedNanos of the process, all threads but the compilers of Java
   * @param rows how many it had read, or a little more
   */
  record Sample(long nanos, long computedNanos, long rows) {
    private Duration since(Sample earlier) {
      return Duration.ofNanos(nanos - earlier.nanos);
    }
  }

  /**
   * Cost of the rows between two samples.
   *
   * @param microsARow computing time
   * @param rowsPerSecond by the clock
   */
  record Cost(double microsARow, double rowsPerSecond) {
    private static Cost between(Sample begin, Sample end) {
      double rows = end.rows - begin.rows;
      return new Cost(
          (end.computedNanos - begin.computedNanos) / 1e3 / rows,
          rows * 1e9 / (end.nanos - begin.nanos));
    }
  }

  /**
   * @param settle how long advances do not count
   * @param length how long they count at least
   * @param start seen just before the process goes on
   */
  Turn(Duration settle, Duration length, Sample start) {
    this.settle = settle;
    this.length = length;
    this.start = start;
    rows = start.rows();
  }

  /** Whether the turn is over with this sample. */
  boolean endsWith(Sample sample) {
    boolean advanced = sample.rows() > rows;
    rows = sample.rows();
    if (advanced && begin.isEmpty()) {
      begin = Optional.of(sample).filter(first -> first.since(start).compareTo(settle) >= 0);
    } else if (advanced && sample.since(begin.orElseThrow()).compareTo(length) >= 0) {
      end = Optional.of(sample);
    }
    return end.isPresent();
  }

  /** What a row has cost, once the turn is over. */
  Cost cost() {
    return Cost.between(begin.orElseThrow(), end.orElseThrow());
  }
}
