package io.confluent.ksql.function.builtin.math;

/** The greatest and the least of values, NULLs left out. */
final class Extremes {
  private Extremes() {}

  @SafeVarargs
  static <T extends Comparable<? super T>> T greatest(T first, T... others) {
    T best = first;
    for (T other : others) {
      if (best == null || other != null && other.compareTo(best) > 0) {
        best = other;
      }
    }
    return best;
  }

  @SafeVarargs
  static <T extends Comparable<? super T>> T least(T first, T... others) {
    T best = first;
    for (T other : others) {
      if (best == null || other != null && other.compareTo(best) < 0) {
        best = other;
      }
    }
    return best;
  }
}
