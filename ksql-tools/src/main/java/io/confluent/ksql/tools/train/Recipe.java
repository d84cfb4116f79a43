package io.confluent.ksql.tools.train;

import java.util.Arrays;
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
  /** How the model that comes with the server was made. */
  public static final Recipe BUNDLED = new Recipe(List.of(50, 5, 50), 60, 1e-5, 500, 26, 1026);

  public Recipe {
    hidden = List.copyOf(hidden);
    if (hidden.isEmpty() || hidden.stream().anyMatch(n -> n < 1)) {
      throw new IllegalArgumentException("hidden layers need at least one neuron each: " + hidden);
    }
    if (rows < 1 || !(epochs > 0) || !(l1 >= 0)) {
      throw new IllegalArgumentException("rows and epochs must be positive, l1 not negative");
    }
  }

  /** The same with the seeds moved on. */
  public Recipe withSeedsMovedBy(int steps) {
    return new Recipe(hidden, epochs, l1, rows, beatSeed + steps, trainingSeed + steps);
  }

  /** The shape and its epochs in a text like {@code 50-20-50@100}, the rest as here. */
  public Recipe withShape(String text) {
    String[] parts = text.split("@", -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException("'" + text + "' is not like 50-20-50@100");
    }
    List<Integer> layers = Arrays.stream(parts[0].split("-", -1)).map(Integer::valueOf).toList();
    return new Recipe(layers, Double.parseDouble(parts[1]), l1, rows, beatSeed, trainingSeed);
  }

  /** The hidden layers as people write them, for example {@code 50-20-50}. */
  public String shape() {
    return hidden.stream().map(String::valueOf).collect(Collectors.joining("-"));
  }
}
