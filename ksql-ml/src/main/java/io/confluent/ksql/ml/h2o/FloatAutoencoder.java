package io.confluent.ksql.ml.h2o;

import io.confluent.ksql.ml.Model;
import java.util.Arrays;
import java.util.List;

/**
 * An autoencoder computed in single precision: input and error are double, what is between them is
 * not. {@code docs/performance.md} says what that costs in digits.
 */
final class FloatAutoencoder implements Model {
  private final Model exact;
  private final double[] multiply;
  private final double[] subtract;
  private final double[] width;
  private final FloatLayer[] layers;
  private final ThreadLocal<float[][]> scratch;

  /**
   * @param exact the same model in double precision
   */
  FloatAutoencoder(Model exact, double[] multiply, double[] subtract, FloatLayer[] layers) {
    this.exact = exact;
    this.multiply = multiply;
    this.subtract = subtract;
    this.width = Arrays.stream(multiply).map(each -> 1 / each).toArray();
    this.layers = layers;
    this.scratch = ThreadLocal.withInitial(() -> arrays(layers));
  }

  private static float[][] arrays(FloatLayer[] layers) {
    float[][] arrays = new float[layers.length + 1][];
    arrays[0] = new float[layers[0].inputs()];
    for (int i = 0; i < layers.length; i++) {
      arrays[i + 1] = new float[layers[i].outputs()];
    }
    return arrays;
  }

  @Override
  public String description() {
    return exact.description() + " in single precision";
  }

  @Override
  public List<String> inputs() {
    return exact.inputs();
  }

  @Override
  public List<String> outputs() {
    return exact.outputs();
  }

  @Override
  public void score(double[] input, double[] output) {
    float[][] values = scratch.get();
    float[] first = values[0];
    for (int i = 0; i < first.length; i++) {
      first[i] = (float) ((input[i] - subtract[i]) * multiply[i]);
    }
    for (int i = 0; i < layers.length; i++) {
      layers[i].apply(values[i], values[i + 1]);
    }
    output[0] = meanSquaredError(input, values[layers.length]);
  }

  /** Four sums, since a single one would wait for itself. */
  private double meanSquaredError(double[] input, float[] reconstructed) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int i = 0;
    for (; i + 4 <= input.length; i += 4) {
      sum0 += squaredError(input, reconstructed, i);
      sum1 += squaredError(input, reconstructed, i + 1);
      sum2 += squaredError(input, reconstructed, i + 2);
      sum3 += squaredError(input, reconstructed, i + 3);
    }
    for (; i < input.length; i++) {
      sum0 += squaredError(input, reconstructed, i);
    }
    return (sum0 + sum1 + (sum2 + sum3)) / input.length;
  }

  private double squaredError(double[] input, float[] reconstructed, int i) {
    double difference = input[i] - (reconstructed[i] * width[i] + subtract[i]);
    return difference * difference;
  }
}
