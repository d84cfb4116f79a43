package io.confluent.ksql.benchmarks.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * What several runs of one program gave.
 *
 * @param values the figure that is compared, one a run or a turn of it
 * @param rowsPerSecond by the clock on the wall, one a value; empty where rows are not the point
 */
public record Series(List<Double> values, List<Double> rowsPerSecond) {
  /** Without any run. */
  public static final Series NONE = new Series(List.of(), List.of());

  public Series {
    values = List.copyOf(values);
    rowsPerSecond = List.copyOf(rowsPerSecond);
  }

  /** Only values. */
  public static Series of(List<Double> values) {
    return new Series(values, List.of());
  }

  /** One value more. */
  public Series and(double value, double rows) {
    List<Double> values = new ArrayList<>(this.values);
    List<Double> rowsPerSecond = new ArrayList<>(this.rowsPerSecond);
    values.add(value);
    rowsPerSecond.add(rows);
    return new Series(values, rowsPerSecond);
  }
}
