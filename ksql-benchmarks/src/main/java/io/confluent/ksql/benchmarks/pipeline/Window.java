package io.confluent.ksql.benchmarks.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What was seen of a running process: how far it was, at which time, having computed how long. Only
 * changes are kept.
 */
final class Window {
  private final List<Sample> samples = new ArrayList<>();

  /**
   * @param nanos of the clock
   * @param computedNanos of the process, all threads
   * @param rows how many it had read, or a little more
   */
  record Sample(long nanos, long computedNanos, long rows) {}

  /**
   * Cost of the rows between two samples.
   *
   * @param microsARow computing time
   * @param rowsPerSecond by the clock
   */
  record Cost(double microsARow, double rowsPerSecond) {}

  /** Samples before the first row say nothing. */
  void add(Sample sample) {
    if (samples.isEmpty()
        ? sample.rows() > 0
        : sample.rows() > samples.get(samples.size() - 1).rows()) {
      samples.add(sample);
    }
  }

  long rows() {
    return samples.isEmpty() ? 0 : samples.get(samples.size() - 1).rows();
  }

  /** How long rows have been coming. */
  Duration age(long nanos) {
    return samples.isEmpty() ? Duration.ZERO : Duration.ofNanos(nanos - samples.get(0).nanos());
  }

  /**
   * What a row costs in a warm process, in each of some stretches of the time between the end of
   * the warm-up and the last sample, or the one before it where that is the end of all rows: at the
   * end a process may have waited for its next commit.
   *
   * @throws IllegalStateException if rows were too few, or seen too seldom
   */
  List<Cost> costs(Duration warm, long allRows, int stretches) {
    List<Sample> seen = samples;
    if (rows() >= allRows) {
      seen = samples.subList(0, samples.size() - 1);
    }
    List<Cost> costs = new ArrayList<>();
    if (!seen.isEmpty()) {
      long from = samples.get(0).nanos() + warm.toNanos();
      long to = seen.get(seen.size() - 1).nanos();
      Sample begin = firstFrom(seen, from);
      for (int i = 1; i <= stretches; i++) {
        Sample end = firstFrom(seen, from + (to - from) / stretches * i);
        if (end.rows() > begin.rows()) {
          costs.add(cost(begin, end));
        }
        begin = end;
      }
    }
    if (costs.size() < stretches) {
      throw new IllegalStateException(
          "After %d s of warm-up rows were seen to advance %d times, to %d"
              .formatted(warm.toSeconds(), costs.size(), rows()));
    }
    return costs;
  }

  private static Sample firstFrom(List<Sample> samples, long nanos) {
    return samples.stream()
        .filter(sample -> sample.nanos() >= nanos)
        .findFirst()
        .orElse(samples.get(samples.size() - 1));
  }

  private static Cost cost(Sample first, Sample last) {
    double rows = last.rows() - first.rows();
    return new Cost(
        (last.computedNanos() - first.computedNanos()) / 1e3 / rows,
        rows * 1e9 / (last.nanos() - first.nanos()));
  }
}
