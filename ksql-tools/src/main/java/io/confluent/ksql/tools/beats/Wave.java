package io.confluent.ksql.tools.beats;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One bell of a beat: {@code amplitude * exp(-((t - centre) / width)^2 / 2)}.
 *
 * @param amplitude height, in the unit of the sensor
 * @param centre position in samples after the start of the beat
 * @param width in samples
 */
record Wave(double amplitude, double centre, double width) {
  private static final double AMPLITUDE_SPREAD = 0.005;
  private static final double CENTRE_SPREAD = 0.15;
  private static final double WIDTH_SPREAD = 0.005;

  /**
   * The mean beat, fitted to the documents' message 99999. The fourth and the fifth bell nearly
   * cancel, so every digit counts.
   */
  static final List<Wave> MEAN_BEAT =
      List.of(
          new Wave(0.9155, -0.3713, 1.187),
          new Wave(1.3041, 5.8344, 4.2655),
          new Wave(-4.4131, 23.332, 11.2989),
          new Wave(-7.5142, 30.3389, 7.3784),
          new Wave(8.1519, 29.9165, 8.3697),
          new Wave(1.0264, 64.7246, 21.8261),
          new Wave(0.9692, 78.9009, 11.9509),
          new Wave(0.062, 83.0039, 5.4065),
          new Wave(0.3975, 59.1398, 67.6843),
          new Wave(0.1125, 144.0889, 14.5328));

  /** The mean beat with the small differences that one beat has from the next. */
  static List<Wave> beat(Random random) {
    List<Wave> waves = new ArrayList<>(MEAN_BEAT.size());
    for (Wave mean : MEAN_BEAT) {
      double amplitude = mean.amplitude * (1 + AMPLITUDE_SPREAD * random.nextGaussian());
      double centre = mean.centre + CENTRE_SPREAD * random.nextGaussian();
      double width = mean.width * (1 + WIDTH_SPREAD * random.nextGaussian());
      waves.add(new Wave(amplitude, centre, width));
    }
    return waves;
  }

  /** Sum of the waves at a time in samples after the start of the beat. */
  static double at(List<Wave> waves, double t) {
    double sum = 0;
    for (Wave wave : waves) {
      double z = (t - wave.centre) / wave.width;
      // StrictMath: the same rows on every processor.
      sum += wave.amplitude * StrictMath.exp(-z * z / 2);
    }
    return sum;
  }
}
