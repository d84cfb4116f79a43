package io.confluent.ksql.serde.delimited;

/**
 * Reads short decimal numbers such as {@code -12.375} without a String. With at most 15 digits both
 * the digits and the power of ten are exact doubles, so one division gives the correctly rounded
 * result.
 */
final class SimpleDouble {
  private static final int MAX_DIGITS = 15;
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private SimpleDouble() {}

  /** The number, or NaN for a text that is none or takes more care. */
  static double parse(byte[] text, int start, int end) {
    boolean negative = text[start] == '-';
    int i = negative ? start + 1 : start;
    if (end - i > MAX_DIGITS + 1) {
      return Double.NaN;
    }
    long digits = 0;
    int count = 0;
    int pointAt = -1;
    for (; i < end; i++) {
      byte c = text[i];
      if (c >= '0' && c <= '9') {
        digits = digits * 10 + (c - '0');
        count++;
      } else if (c == '.' && pointAt < 0) {
        pointAt = count;
      } else {
        return Double.NaN;
      }
    }
    if (count == 0 || count > MAX_DIGITS) {
      return Double.NaN;
    }
    double value = pointAt < 0 ? digits : digits / POWERS[count - pointAt];
    return negative ? -value : value;
  }
}
