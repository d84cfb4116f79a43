package io.confluent.ksql.tools.train;

import java.util.Arrays;

/**
 * Where scores lie.
 *
 * @param sorted the scores, ascending
 */
record Distribution(double[] sorted) {
  static Distribution of(double[] scores) {
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    return new Distribution(sorted);
  }

  /** The smallest score that so many percent do not exceed; 0 gives the least, 100 the greatest. */
  double percentile(int percent) {
    int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
    return sorted[Math.max(0, rank - 1)];
  }
}
