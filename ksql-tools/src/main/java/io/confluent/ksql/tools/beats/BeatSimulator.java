package io.confluent.ksql.tools.beats;

import java.util.List;
import java.util.Random;

/**
 * Simulated rows of a heartbeat sensor: 210 samples with two decimals, between 0 and 9.99, each row
 * the end of one normal beat and the start of the next. The same seed gives the same rows on every
 * machine. Not safe for use by several threads.
 *
 * <p>Sample {@code i} is {@code 4.7858 - 0.0532 z + gain (b1(i - s) + b2(i - s + rr)) + offset +
 * drift z + noise} with {@code z = (i - 105) / 105}, where {@code b1} and {@code b2} are the beat
 * that starts at sample {@code s} and the one before it, {@code rr} samples earlier. The start is
 * kept between 128 and 190: with a free phase a model cannot tell a shifted beat from a normal one.
 */
public final class BeatSimulator {
  /** Samples in a row. */
  public static final int SAMPLES = 210;

  private static final double BASELINE = 4.7858;
  private static final double TREND = -0.0532;
  private static final double MAXIMUM = 9.99;

  private final Random random;

  /** Rows of a seed. */
  public BeatSimulator(long seed) {
    random = new Random(seed);
  }

  /** The next row. */
  public double[] next() {
    double start = uniform(128, 190);
    double interval = uniform(193, 214);
    double gain = 1 + 0.03 * random.nextGaussian();
    double offset = 0.06 * random.nextGaussian();
    double drift = 0.05 * random.nextGaussian();
    List<Wave> beat = Wave.beat(random);
    List<Wave> before = Wave.beat(random);
    double[] row = new double[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      double z = (i - 105) / 105.0;
      double waves = Wave.at(beat, i - start) + Wave.at(before, i - start + interval);
      double noise = 0.015 * random.nextGaussian();
      row[i] = rounded(BASELINE + TREND * z + gain * waves + offset + drift * z + noise);
    }
    return row;
  }

  /** The next rows. */
  public double[][] next(int rows) {
    double[][] all = new double[rows][];
    for (int i = 0; i < rows; i++) {
      all[i] = next();
    }
    return all;
  }

  /** What the sensor reports for a value: two decimals, between 0 and 9.99. */
  static double rounded(double value) {
    return Math.round(Math.max(0, Math.min(MAXIMUM, value)) * 100) / 100.0;
  }

  private double uniform(double from, double to) {
    return from + (to - from) * random.nextDouble();
  }
}
