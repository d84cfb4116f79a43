package io.confluent.ksql.ml.h2o;

import io.confluent.ksql.ml.Model;
import java.util.Arrays;
import java.util.List;

/**
 * An autoencoder of Tanh layers over numbers, scored without H2O but to its last digit. The score
 * is the mean squared difference between the input and its reconstruction, in the units of the
 * input.
 */
final class TanhAutoencoder implements Model {
  static final List<String> OUTPUTS = List.of("reconstruction_error");

  private final String description;
  private final List<String> inputs;
  private final double[] multiply;
  private final double[] subtract;
  private final TanhLayer[] layers;
  private final ThreadLocal<Scratch> scratch;

  TanhAutoencoder(
      String description,
      List<String> inputs,
      double[] multiply,
      double[] subtract,
      TanhLayer[] layers) {
    this.description = description;
    this.inputs = List.copyOf(inputs);
    this.multiply = multiply;
    this.subtract = subtract;
    this.layers = layers;
    this.scratch = ThreadLocal.withInitial(() -> new Scratch(layers));
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public List<String> inputs() {
    return inputs;
  }

  @Override
  public List<String> outputs() {
    return OUTPUTS;
  }

  @Override
  public Model inFloat() {
    return new FloatAutoencoder(
        this,
        multiply,
        subtract,
        Arrays.stream(layers).map(TanhLayer::inFloat).toArray(FloatLayer[]::new));
  }

  @Override
  public void score(double[] input, double[] output) {
    Scratch mine = scratch.get();
    double[] values = mine.input;
    for (int i = 0; i < values.length; i++) {
      values[i] = (input[i] - subtract[i]) * multiply[i];
    }
    for (int i = 0; i < layers.length; i++) {
      layers[i].apply(values, mine.outputs[i], mine.parts[i], mine.uppers[i]);
      values = mine.outputs[i];
    }
    output[0] = meanSquaredError(input, values);
  }

  private double meanSquaredError(double[] input, double[] reconstructed) {
    for (int i = 0; i < reconstructed.length; i++) {
      double difference = input[i] - (reconstructed[i] / multiply[i] + subtract[i]);
      reconstructed[i] = difference * difference;
    }
    // A loop of its own: this sum has an order, the loop above has none and is vectorised.
    double sum = 0;
    for (int i = 0; i < reconstructed.length; i++) {
      sum += reconstructed[i];
    }
    return sum / reconstructed.length;
  }

  /** The arrays of one thread: the loops want each exactly as long as its layer. */
  private static final class Scratch {
    final double[] input;
    final double[][] outputs;
    final double[][] parts;
    final double[][] uppers;

    Scratch(TanhLayer[] layers) {
      input = new double[layers[0].inputs()];
      outputs = perLayer(layers);
      parts = perLayer(layers);
      uppers = perLayer(layers);
    }

    private static double[][] perLayer(TanhLayer[] layers) {
      double[][] arrays = new double[layers.length][];
      for (int i = 0; i < layers.length; i++) {
        arrays[i] = new double[layers[i].outputs()];
      }
      return arrays;
    }
  }
}
