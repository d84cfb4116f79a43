package io.confluent.ksql.ml.h2o;

import java.util.Arrays;

/**
 * One layer of neurons, computed in the order in which H2O computes it, so that every digit is the
 * same: eight partial sums, column {@code c} in sum {@code c % 8}, no fused multiply-add.
 *
 * <p>Weights lie by column, and every loop runs over bare array indexes: that is the form which the
 * JIT compiler turns into vector instructions.
 */
final class TanhLayer {
  private static final int SUMS = 8;

  private final double[][] columns;
  private final double[] bias;
  private final int inWholeBlocks;

  /**
   * @param columns weights as {@code [input][output]}
   * @param bias one for each output
   */
  TanhLayer(double[][] columns, double[] bias) {
    this.columns = columns;
    this.bias = bias;
    this.inWholeBlocks = columns.length - columns.length % SUMS;
  }

  FloatLayer inFloat() {
    return new FloatLayer(columns, bias);
  }

  int inputs() {
    return columns.length;
  }

  int outputs() {
    return bias.length;
  }

  /**
   * Computes the layer.
   *
   * @param in values of the layer before
   * @param out receives the values of this one
   * @param part as long as {@code out}; overwritten
   * @param upper as long as {@code out}; overwritten
   */
  void apply(double[] in, double[] out, double[] part, double[] upper) {
    partialSum(0, in, out);
    for (int k = 1; k < SUMS / 2; k++) {
      addPartialSum(k, in, part, out);
    }
    partialSum(SUMS / 2, in, upper);
    for (int k = SUMS / 2 + 1; k < SUMS; k++) {
      addPartialSum(k, in, part, upper);
    }
    add(out, upper);
    int c = inWholeBlocks;
    for (; c + 1 < columns.length; c += 2) {
      addProducts(out, columns[c], in[c], columns[c + 1], in[c + 1]);
    }
    if (c < columns.length) {
      addProduct(out, columns[c], in[c]);
    }
    add(out, bias);
    tanh(out);
  }

  private void partialSum(int first, double[] in, double[] sum) {
    int c = sumInFours(first, in, sum);
    for (; c + SUMS < inWholeBlocks; c += 2 * SUMS) {
      addProducts(sum, columns[c], in[c], columns[c + SUMS], in[c + SUMS]);
    }
    if (c < inWholeBlocks) {
      addProduct(sum, columns[c], in[c]);
    }
  }

  /** The last columns and the sum as a whole in one loop where there are two of them left. */
  private void addPartialSum(int first, double[] in, double[] sum, double[] total) {
    int c = sumInFours(first, in, sum);
    if (c + SUMS < inWholeBlocks && c + 2 * SUMS >= inWholeBlocks) {
      addSumAndProducts(total, sum, columns[c], in[c], columns[c + SUMS], in[c + SUMS]);
      return;
    }
    for (; c < inWholeBlocks; c += SUMS) {
      addProduct(sum, columns[c], in[c]);
    }
    add(total, sum);
  }

  /** Sums up four columns at a time; gives the first column that is left over. */
  private int sumInFours(int first, double[] in, double[] sum) {
    int c = first;
    if (c + 3 * SUMS < inWholeBlocks) {
      setProducts(
          sum,
          columns[c],
          in[c],
          columns[c + SUMS],
          in[c + SUMS],
          columns[c + 2 * SUMS],
          in[c + 2 * SUMS],
          columns[c + 3 * SUMS],
          in[c + 3 * SUMS]);
      c += 4 * SUMS;
    } else {
      Arrays.fill(sum, 0.0);
    }
    for (; c + 3 * SUMS < inWholeBlocks; c += 4 * SUMS) {
      addProducts(
          sum,
          columns[c],
          in[c],
          columns[c + SUMS],
          in[c + SUMS],
          columns[c + 2 * SUMS],
          in[c + 2 * SUMS],
          columns[c + 3 * SUMS],
          in[c + 3 * SUMS]);
    }
    return c;
  }

  /** A sum begins at zero, which is no number to leave out: it makes -0.0 to 0.0. */
  private static void setProducts(
      double[] a,
      double[] w0,
      double x0,
      double[] w1,
      double x1,
      double[] w2,
      double x2,
      double[] w3,
      double x3) {
    for (int r = 0; r < a.length; r++) {
      a[r] = 0.0 + w0[r] * x0 + w1[r] * x1 + w2[r] * x2 + w3[r] * x3;
    }
  }

  private static void addProducts(double[] a, double[] w0, double x0, double[] w1, double x1) {
    for (int r = 0; r < a.length; r++) {
      a[r] = a[r] + w0[r] * x0 + w1[r] * x1;
    }
  }

  private static void addSumAndProducts(
      double[] a, double[] sum, double[] w0, double x0, double[] w1, double x1) {
    for (int r = 0; r < a.length; r++) {
      a[r] = a[r] + (sum[r] + w0[r] * x0 + w1[r] * x1);
    }
  }

  private static void addProducts(
      double[] a,
      double[] w0,
      double x0,
      double[] w1,
      double x1,
      double[] w2,
      double x2,
      double[] w3,
      double x3) {
    for (int r = 0; r < a.length; r++) {
      a[r] = a[r] + w0[r] * x0 + w1[r] * x1 + w2[r] * x2 + w3[r] * x3;
    }
  }

  private static void addProduct(double[] a, double[] w, double x) {
    for (int r = 0; r < a.length; r++) {
      a[r] = a[r] + w[r] * x;
    }
  }

  private static void add(double[] a, double[] b) {
    for (int r = 0; r < a.length; r++) {
      a[r] = a[r] + b[r];
    }
  }

  /**
   * H2O's form of it; {@link Math#tanh} differs in the last digits. The exponentials are a loop of
   * their own: a call in it keeps the divisions from being vectorised.
   */
  private static void tanh(double[] a) {
    for (int r = 0; r < a.length; r++) {
      a[r] = Math.exp(2.0 * a[r]);
    }
    for (int r = 0; r < a.length; r++) {
      a[r] = 1.0 - 2.0 / (1.0 + a[r]);
    }
  }
}
