package io.confluent.ksql.benchmarks.pipeline;

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

  void add(Sample sample) {
    if (samples.isEmpty() || sample.rows() > samples.get(samples.size() - 1).rows()) {
      samples.add(sample);
    }
  }

  long rows() {
    return samples.isEmpty() ? 0 : samples.get(samples.size() - 1).rows();
  }

  /**
   * What a row costs in a warm process: between the first sample after so many rows and the last
   * before the end, or the end itself if there is none before it. At the end a process may have
   * waited for its next commit.
   */
  Cost cost(long warmRows, long allRows) {
    List<Sample> warm = samples.stream().filter(s -> s.rows() >= warmRows).toList();
    if (warm.size() < 2) {
      throw new IllegalStateException(
          "Between %d and %d rows it was seen %d times, at %d rows last"
              .formatted(warmRows, allRows, warm.size(), rows()));
    }
    Sample first = warm.get(0);
    Sample last = warm.get(warm.size() - 1);
    if (warm.size() > 2 && last.rows() >= allRows) {
      last = warm.get(warm.size() - 2);
    }
    double rows = last.rows() - first.rows();
    return new Cost(
        (last.computedNanos() - first.computedNanos()) / 1e3 / rows,
        rows * 1e9 / (last.nanos() - first.nanos()));
  }
}
