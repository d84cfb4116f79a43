package io.confluent.ksql.tools.train;

import java.util.List;
import java.util.stream.Collectors;

/**
 * All that decides the weights of an autoencoder.
 *
 * @param hidden neurons of each hidden layer
 * @param epochs passes over the rows
 * @param l1 weight of the L1 penalty
 * @param rows simulated beats to train on
 * @param beatSeed seed of the simulated beats
 * @param trainingSeed seed of the training
 */
public record Recipe(
    List<Integer> hidden, double epochs, double l1, int rows, long beatSeed, long trainingSeed) {
  public Recipe {
    hidden = List.copyOf(hidden);
    if (hidden.isEmpty() || hidden.stream().anyMatch(n -> n < 1)) {
      throw new IllegalArgumentException("hidden layers need at least one neuron each: " + hidden);
    }
    if (rows < 1 || !(epochs > 0) || !(l1 >= 0)) {
      throw new IllegalArgumentException("rows and epochs must be positive, l1 not negative");
    }
  }

  /** The same with other seeds. */
  public Recipe withSeeds(long beats, long training) {
    return new Recipe(hidden, epochs, l1, rows, beats, training);
  }

  /** The hidden layers as people write them, for example {@code 50-20-50}. */
  public String shape() {
    return hidden.stream().map(String::valueOf).collect(Collectors.joining("-"));
  }
}
