package io.confluent.ksql.ml;

import java.util.List;
import java.util.Optional;

/**
 * A trained model, loaded and ready: numbers in, numbers out. Safe for use by several threads; an
 * implementation whose runtime is not keeps one instance for each thread.
 */
public interface Model {
  /** What it is and where it comes from, for people. */
  String description();

  /** Names of the numbers it needs, in the order it needs them. */
  List<String> inputs();

  /** Names of the numbers it gives, in order. */
  List<String> outputs();

  /** What it was trained on; empty if nobody has written that down. */
  default Optional<TrainingRange> trainingRange() {
    return Optional.empty();
  }

  /** The same model in single precision; itself if it has no such form. */
  default Model inFloat() {
    return this;
  }

  /**
   * Scores one record.
   *
   * @param input as many numbers as {@link #inputs()}; not changed
   * @param output receives as many numbers as {@link #outputs()}
   */
  void score(double[] input, double[] output);
}
