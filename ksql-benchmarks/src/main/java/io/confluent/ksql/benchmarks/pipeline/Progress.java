package io.confluent.ksql.benchmarks.pipeline;

import java.time.Duration;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

/**
 * How far a process is in its topics, seen from outside.
 *
 * @param read how many rows it has read
 * @param feed where they come from
 * @param topics of how many topics these rows are
 * @param settle how long after a rest it may show what was done before
 */
record Progress(LongSupplier read, Feed feed, int topics, Duration settle) {
  /** A batch that was on its way when the process was stopped arrives after the rest. */
  private static final Duration ARRIVAL = Duration.ofMillis(200);

  /** As many rows show how many of them give one. */
  private static final long SAMPLE = 100_000;

  /** Seen by what the process has written, for some rows of its first topic. */
  static Progress ofOutput(LongSupplier written, LongPredicate givesRow, Feed feed) {
    double each = (double) SAMPLE / LongStream.range(0, SAMPLE).filter(givesRow).count();
    return new Progress(() -> (long) (written.getAsLong() * each), feed, 1, ARRIVAL);
  }

  /** Seen by its commits: what was done before them is written, so nothing is on its way. */
  static Progress ofCommits(LongSupplier committed, Feed feed) {
    return new Progress(committed, feed, feed.topics().size(), Duration.ZERO);
  }

  /** How many rows there are. */
  long all() {
    return feed.rows() * topics;
  }

  /** Sees to it that there is enough to read for so long. */
  void provide(Duration time) {
    feed.provide(read.getAsLong() / topics, time);
  }
}
