package io.confluent.ksql.benchmarks.data;

import io.confluent.ksql.ml.AnomalyScorer;
import io.confluent.ksql.ml.h2o.BundledModels;
import io.confluent.ksql.tools.beats.BeatSimulator;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Messages of a heartbeat sensor: a number and 210 readings of two decimals, 1 KB. */
public final class Beats implements Rows {
  /** How many different messages there are; they come again and again. */
  public static final int DIFFERENT = 2000;

  private static final long SEED = 2026;
  private static final String[] TEXTS = texts();
  private static final double[] SCORES = scores();

  /** A score that one message of twenty exceeds. */
  public static final double THRESHOLD = threshold();

  @Override
  public byte[] key(long number) {
    return null;
  }

  @Override
  public byte[] value(long number) {
    return (number + "," + text(number)).getBytes(StandardCharsets.UTF_8);
  }

  /** The readings of a message, as text. */
  public static String text(long number) {
    return TEXTS[(int) (number % DIFFERENT)];
  }

  /** Whether the score of a message exceeds the threshold. */
  public static boolean exceeds(long number) {
    return SCORES[(int) (number % DIFFERENT)] > THRESHOLD;
  }

  private static double threshold() {
    double[] sorted = SCORES.clone();
    Arrays.sort(sorted);
    int last = DIFFERENT - DIFFERENT / 20 - 1;
    return (sorted[last] + sorted[last + 1]) / 2;
  }

  private static String[] texts() {
    BeatSimulator beats = new BeatSimulator(SEED);
    String[] texts = new String[DIFFERENT];
    Arrays.setAll(texts, i -> text(beats.next()));
    return texts;
  }

  private static String text(double[] beat) {
    return Arrays.stream(beat)
        .mapToObj(reading -> String.format(Locale.ROOT, "%.2f", reading))
        .collect(Collectors.joining("#"));
  }

  private static double[] scores() {
    AnomalyScorer scorer = new AnomalyScorer(BundledModels.ecgAutoencoder());
    return Arrays.stream(TEXTS).mapToDouble(scorer::score).toArray();
  }
}
