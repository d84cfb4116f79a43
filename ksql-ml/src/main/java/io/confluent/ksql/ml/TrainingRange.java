package io.confluent.ksql.ml;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What a model has seen: between which values each of its inputs lay in the rows that it was
 * trained on. A model says nothing reliable of input that is far outside.
 */
public final class TrainingRange {
  /** How far outside, as a share of the range's width, is not yet outside. */
  public static final double TOLERANCE = 0.1;

  private final String input;
  private final int rows;
  private final double[] least;
  private final double[] greatest;
  private final double[] low;
  private final double[] high;
  private final OptionalDouble threshold;

  /**
   * A range.
   *
   * @param input what the model was trained on, for people
   * @param rows how many rows there were
   * @param least the least value of each input
   * @param greatest the greatest value of each input
   * @param threshold above which score a row is unlike them, if that is known
   * @throws IllegalArgumentException if the two are no ranges
   */
  public TrainingRange(
      String input, int rows, double[] least, double[] greatest, OptionalDouble threshold) {
    this.input = Objects.requireNonNull(input, "input");
    this.rows = rows;
    this.least = least.clone();
    this.greatest = greatest.clone();
    this.threshold = Objects.requireNonNull(threshold, "threshold");
    if (least.length == 0 || least.length != greatest.length) {
      throw new IllegalArgumentException("each input needs a least and a greatest value");
    }
    low = new double[least.length];
    high = new double[least.length];
    for (int i = 0; i < low.length; i++) {
      double width = greatest[i] - least[i];
      if (!(width >= 0) || Double.isInfinite(width)) {
        throw new IllegalArgumentException("input " + (i + 1) + " has no range");
      }
      low[i] = least[i] - TOLERANCE * width;
      high[i] = greatest[i] + TOLERANCE * width;
    }
  }

  /** The range of rows, of which there is at least one. */
  public static TrainingRange of(String input, double[][] rows) {
    double[] least = rows[0].clone();
    double[] greatest = rows[0].clone();
    for (double[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        least[i] = Math.min(least[i], row[i]);
        greatest[i] = Math.max(greatest[i], row[i]);
      }
    }
    return new TrainingRange(input, rows.length, least, greatest, OptionalDouble.empty());
  }

  /**
   * The same with a threshold taken from the scores of the rows: their mean and three standard
   * deviations.
   */
  public TrainingRange withThresholdOf(double[] scores) {
    double mean = Arrays.stream(scores).average().orElseThrow();
    double squares = Arrays.stream(scores).map(score -> (score - mean) * (score - mean)).sum();
    double deviation = Math.sqrt(squares / Math.max(1, scores.length - 1));
    return new TrainingRange(input, rows, least, greatest, OptionalDouble.of(mean + 3 * deviation));
  }

  /** Above which score a row is unlike those of the training, if that is known. */
  public OptionalDouble threshold() {
    return threshold;
  }

  /** What the model was trained on, for people. */
  public String input() {
    return input;
  }

  /** How many rows the model was trained on. */
  public int rows() {
    return rows;
  }

  /** How many inputs the model has. */
  public int width() {
    return least.length;
  }

  /** The least value of each input. */
  public List<Double> least() {
    return Arrays.stream(least).boxed().toList();
  }

  /** The greatest value of each input. */
  public List<Double> greatest() {
    return Arrays.stream(greatest).boxed().toList();
  }

  /** How many of the inputs of a row are outside, by more than {@link #TOLERANCE}. */
  public int outside(double[] row) {
    int outside = 0;
    for (int i = firstOutside(row); i < low.length; i++) {
      outside += row[i] < low[i] || row[i] > high[i] ? 1 : 0;
    }
    return outside;
  }

  /** Most rows are inside as a whole, so that a processor foresees every branch here. */
  private int firstOutside(double[] row) {
    for (int i = 0; i < low.length; i++) {
      if (row[i] < low[i] || row[i] > high[i]) {
        return i;
      }
    }
    return low.length;
  }

  /** What is outside in a row, for people. */
  public String explain(double[] row) {
    int worst = 0;
    double farthest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < low.length; i++) {
      double distance = Math.max(low[i] - row[i], row[i] - high[i]);
      if (distance > farthest) {
        farthest = distance;
        worst = i;
      }
    }
    return String.format(
        Locale.ROOT,
        "%d of %d numbers are outside of what the model was trained on (%s);"
            + " number %d is %s, in training it was between %s and %s",
        outside(row),
        width(),
        input,
        worst + 1,
        row[worst],
        least[worst],
        greatest[worst]);
  }

  /** The whole range in a sentence: the narrowest bounds of all inputs. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %d rows of %d numbers, all between %s and %s, each in a range of its own",
        input,
        rows,
        width(),
        Arrays.stream(least).min().orElseThrow(),
        Arrays.stream(greatest).max().orElseThrow());
  }
}
