package io.confluent.ksql.function.conformance;

/** Sums of a number and of the lengths of texts. */
final class Lengths {
  private Lengths() {}

  static long of(Long number, Iterable<String> texts) {
    long sum = number == null ? 0 : number;
    for (String text : texts) {
      sum += text == null ? 0 : text.length();
    }
    return sum;
  }
}
