package io.confluent.ksql.ml.h2o;

/**
 * One layer of neurons in single precision. Weights lie by column, four columns to a loop, so that
 * the loops become vector instructions.
 */
final class FloatLayer {
  private static final int COLUMNS_A_LOOP = 4;

  /** Beyond it the hyperbolic tangent is 1 in single precision. */
  private static final float LIMIT = 9.1f;

  private final float[][] columns;
  private final float[] bias;

  /**
   * @param columns weights as {@code [input][output]}
   * @param bias one for each output
   */
  FloatLayer(double[][] columns, double[] bias) {
    this.columns = new float[columns.length][];
    for (int i = 0; i < columns.length; i++) {
      this.columns[i] = narrow(columns[i]);
    }
    this.bias = narrow(bias);
  }

  static float[] narrow(double[] wide) {
    float[] narrow = new float[wide.length];
    narrow(wide, narrow);
    return narrow;
  }

  static void narrow(double[] wide, float[] narrow) {
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = (float) wide[i];
    }
  }

  int inputs() {
    return columns.length;
  }

  int outputs() {
    return bias.length;
  }

  void apply(float[] in, float[] out) {
    System.arraycopy(bias, 0, out, 0, out.length);
    int c = 0;
    for (; c + COLUMNS_A_LOOP <= columns.length; c += COLUMNS_A_LOOP) {
      addProducts(
          out,
          columns[c],
          in[c],
          columns[c + 1],
          in[c + 1],
          columns[c + 2],
          in[c + 2],
          columns[c + 3],
          in[c + 3]);
    }
    for (; c < columns.length; c++) {
      addProduct(out, columns[c], in[c]);
    }
    tanh(out);
  }

  private static void addProducts(
      float[] a,
      float[] w0,
      float x0,
      float[] w1,
      float x1,
      float[] w2,
      float x2,
      float[] w3,
      float x3) {
    for (int r = 0; r < a.length; r++) {
      a[r] = a[r] + w0[r] * x0 + w1[r] * x1 + w2[r] * x2 + w3[r] * x3;
    }
  }

  private static void addProduct(float[] a, float[] w, float x) {
    for (int r = 0; r < a.length; r++) {
      a[r] = a[r] + w[r] * x;
    }
  }

  /**
   * A convergent of Lambert's continued fraction at a quarter of the argument, then {@code tanh 2x
   * = 2 tanh x / (1 + tanh^2 x)} twice: only products, sums and quotients, so a loop of vectors.
   */
  static void tanh(float[] a) {
    for (int r = 0; r < a.length; r++) {
      float x = Math.max(-LIMIT, Math.min(LIMIT, a[r])) * 0.25f;
      float s = x * x;
      float over = x * (135135f + s * (17325f + s * (378f + s)));
      float under = 135135f + s * (62370f + s * (3150f + s * 28f));
      float quarter = over / under;
      float half = 2f * quarter / (1f + quarter * quarter);
      a[r] = 2f * half / (1f + half * half);
    }
  }
}
