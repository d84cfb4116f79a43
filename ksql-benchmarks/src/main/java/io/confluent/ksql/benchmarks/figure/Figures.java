package io.confluent.ksql.benchmarks.figure;

import java.util.Arrays;
import java.util.List;

/** Arithmetic of repeated measurements. */
public final class Figures {
  private Figures() {}

  /** The one in the middle; of an even number, the mean of the two in the middle. */
  public static double median(List<Double> values) {
    double[] sorted = sorted(values);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /**
   * How wide the middle half of the values is, as a part of the median: the distance of the
   * quartiles, which lie between two values in proportion. 0 for a single value.
   */
  public static double spread(List<Double> values) {
    double[] sorted = sorted(values);
    return (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / median(values);
  }

  private static double quantile(double[] sorted, double part) {
    double place = part * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  /** The least value that so many percent do not exceed. */
  public static double percentile(List<Double> values, double percent) {
    double[] sorted = sorted(values);
    int rank = (int) Math.ceil(percent / 100 * sorted.length);
    return sorted[Math.max(0, rank - 1)];
  }

  private static double[] sorted(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }
}
