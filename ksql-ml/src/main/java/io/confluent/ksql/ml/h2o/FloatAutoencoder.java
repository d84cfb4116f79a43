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
  private final float[] width;
  private final FloatLayer[] layers;
  private final ThreadLocal<Scratch> scratch;

  /**
   * @param exact the same model in double precision
   */
  FloatAutoencoder(Model exact, double[] multiply, double[] subtract, FloatLayer[] layers) {
    this.exact = exact;
    this.multiply = multiply;
    this.subtract = subtract;
    this.width = FloatLayer.narrow(Arrays.stream(multiply).map(each -> 1 / each).toArray());
    this.layers = layers;
    this.scratch = ThreadLocal.withInitial(() -> new Scratch(layers));
  }

  /** What one thread needs, made once: the normalized input, and the values of each layer. */
  private static final class Scratch {
    final double[] normalized;
    final float[][] values;

    Scratch(FloatLayer[] layers) {
      normalized = new double[layers[0].inputs()];
      values = new float[layers.length + 1][];
      values[0] = new float[normalized.length];
      for (int i = 0; i < layers.length; i++) {
        values[i + 1] = new float[layers[i].outputs()];
      }
    }
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
    Scratch mine = scratch.get();
    float[][] values = mine.values;
    normalize(input, subtract, multiply, mine.normalized);
    FloatLayer.narrow(mine.normalized, values[0]);
    for (int i = 0; i < layers.length; i++) {
      layers[i].apply(values[i], values[i + 1]);
    }
    float[] errors = values[layers.length];
    square(values[0], width, errors);
    output[0] = sum(errors) / errors.length;
  }

  // Loops over bare array indexes become vector instructions; a conversion between types does not.
  private static void normalize(
      double[] input, double[] subtract, double[] multiply, double[] result) {
    for (int i = 0; i < result.length; i++) {
      result[i] = (input[i] - subtract[i]) * multiply[i];
    }
  }

  /** From what was reconstructed, normalized, to squared errors in the units of the input. */
  private static void square(float[] wanted, float[] width, float[] values) {
    for (int i = 0; i < values.length; i++) {
      float error = (wanted[i] - values[i]) * width[i];
      values[i] = error * error;
    }
  }

  /** Four sums, since a single one would wait for itself. */
  private static double sum(float[] values) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int i = 0;
    for (; i + 4 <= values.length; i += 4) {
      sum0 += values[i];
      sum1 += values[i + 1];
      sum2 += values[i + 2];
      sum3 += values[i + 3];
    }
    for (; i < values.length; i++) {
      sum0 += values[i];
    }
    return sum0 + sum1 + (sum2 + sum3);
  }
}
