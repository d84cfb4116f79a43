package io.confluent.ksql.ml.h2o;

import java.util.Optional;

/** Reads an autoencoder from {@code model.ini} if the fast scorer covers it to the last digit. */
final class TanhAutoencoderReader {
  private TanhAutoencoderReader() {}

  /**
   * The model; empty if it is of a kind that only H2O's runtime scores.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if its numbers do not fit together
   */
  static Optional<TanhAutoencoder> read(ModelIni ini, String origin) {
    if (!isCovered(ini)) {
      return Optional.empty();
    }
    int width = ini.columns().size();
    double[] sizes = ini.numbers("neural_network_sizes");
    if (sizes.length < 2 || sizes[0] != width || sizes[sizes.length - 1] != width) {
      throw ini.broken("neural_network_sizes").toException();
    }
    TanhLayer[] layers = new TanhLayer[sizes.length - 1];
    for (int i = 0; i < layers.length; i++) {
      layers[i] = layer(ini, i, size(ini, sizes[i]), size(ini, sizes[i + 1]));
    }
    double[] multiply = numbers(ini, "norm_mul", width);
    double[] subtract = numbers(ini, "norm_sub", width);
    String description = "H2O autoencoder " + shape(sizes) + " (" + origin + ")";
    return Optional.of(new TanhAutoencoder(description, ini.columns(), multiply, subtract, layers));
  }

  private static boolean isCovered(ModelIni ini) {
    boolean onlyNumbers =
        ini.text("cats").equals("0") && ini.text("nums").equals(ini.text("n_columns"));
    boolean tanh = ini.text("algo").equals("deeplearning") && ini.text("activation").equals("Tanh");
    // Without them the model was trained on raw values, and H2O skips a step.
    boolean standardized = ini.numbers("norm_mul").length > 0;
    return onlyNumbers && tanh && standardized;
  }

  private static int size(ModelIni ini, double size) {
    if (size < 1 || size > 1 << 20 || size != Math.rint(size)) {
      throw ini.broken("neural_network_sizes").toException();
    }
    return (int) size;
  }

  private static double[] numbers(ModelIni ini, String key, long count) {
    double[] numbers = ini.numbers(key);
    if (numbers.length != count) {
      throw ini.broken(key).toException();
    }
    return numbers;
  }

  private static TanhLayer layer(ModelIni ini, int index, int inputs, int outputs) {
    double[] weights = numbers(ini, "weight_layer" + index, (long) inputs * outputs);
    double[] bias = numbers(ini, "bias_layer" + index, outputs);
    double[][] columns = new double[inputs][outputs];
    for (int row = 0; row < outputs; row++) {
      for (int column = 0; column < inputs; column++) {
        // H2O keeps weights as floats, read by way of double: rounding twice is part of the digits.
        columns[column][row] = (float) weights[row * inputs + column];
      }
    }
    return new TanhLayer(columns, bias);
  }

  private static String shape(double[] sizes) {
    StringBuilder shape = new StringBuilder();
    for (double size : sizes) {
      shape.append(shape.isEmpty() ? "" : "-").append((int) size);
    }
    return shape.toString();
  }
}
