package io.confluent.ksql.tools.beats;

import java.util.Random;

/** What can go wrong with a heart or its sensor, done to a normal row. */
public enum Disorder {
  /** The beat comes 90 samples early. */
  EARLY_BEAT {
    @Override
    double reading(double[] row, int i, Random random) {
      return row[(i + 90) % row.length];
    }
  },
  /** The electrodes are swapped: everything is mirrored at the baseline. */
  SWAPPED_ELECTRODES {
    @Override
    double reading(double[] row, int i, Random random) {
      return 2 * BASELINE - row[i];
    }
  },
  /** Muscles or mains disturb every sample. */
  NOISE {
    @Override
    double reading(double[] row, int i, Random random) {
      return row[i] + 1.5 * random.nextGaussian();
    }
  },
  /** The amplifier is set three times too high and saturates. */
  SATURATED {
    @Override
    double reading(double[] row, int i, Random random) {
      return BASELINE + 3 * (row[i] - BASELINE);
    }
  },
  /** The electrode falls off after 60 samples. */
  ELECTRODE_OFF {
    @Override
    double reading(double[] row, int i, Random random) {
      return i < 60 ? row[i] : 0;
    }
  };

  private static final double BASELINE = 4.7858;

  abstract double reading(double[] row, int i, Random random);

  /** The row with the disorder; the given one is left as it is. */
  public double[] applyTo(double[] row, Random random) {
    double[] changed = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      changed[i] = BeatSimulator.rounded(reading(row, i, random));
    }
    return changed;
  }
}
