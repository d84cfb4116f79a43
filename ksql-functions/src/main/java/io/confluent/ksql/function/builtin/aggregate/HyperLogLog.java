package io.confluent.ksql.function.builtin.aggregate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Estimates how many different hashes were seen, with 2^14 registers of six bits, five to a number.
 * An empty list stands for all registers zero.
 */
final class HyperLogLog {
  private static final int INDEX_BITS = 14;
  private static final int REGISTERS = 1 << INDEX_BITS;
  private static final int PER_WORD = 5;
  private static final int BITS = 6;
  private static final int MASK = (1 << BITS) - 1;
  private static final int WORDS = (REGISTERS + PER_WORD - 1) / PER_WORD;
  private static final double ALPHA = 0.7213 / (1 + 1.079 / REGISTERS);

  private HyperLogLog() {}

  /** The registers after one more hash; the same list if none changed. */
  static List<Integer> add(List<Integer> words, long hash) {
    int index = (int) (hash & (REGISTERS - 1));
    int rank = Math.min(Long.numberOfLeadingZeros(hash), Long.SIZE - INDEX_BITS) + 1;
    if (!words.isEmpty() && register(words, index) >= rank) {
      return words;
    }
    List<Integer> changed = copy(words);
    set(changed, index, rank);
    return changed;
  }

  /** The registers of all hashes that either has seen. */
  static List<Integer> union(List<Integer> left, List<Integer> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return left.isEmpty() ? right : left;
    }
    List<Integer> all = copy(left);
    for (int i = 0; i < REGISTERS; i++) {
      int rank = register(right, i);
      if (rank > register(all, i)) {
        set(all, i, rank);
      }
    }
    return all;
  }

  static long estimate(List<Integer> words) {
    if (words.isEmpty()) {
      return 0;
    }
    double sum = 0;
    int zeros = 0;
    for (int i = 0; i < REGISTERS; i++) {
      int rank = register(words, i);
      sum += 1.0 / (1L << rank);
      zeros += rank == 0 ? 1 : 0;
    }
    double estimate = ALPHA * REGISTERS * REGISTERS / sum;
    boolean fewSeen = estimate <= 2.5 * REGISTERS && zeros > 0;
    return Math.round(fewSeen ? REGISTERS * Math.log((double) REGISTERS / zeros) : estimate);
  }

  private static List<Integer> copy(List<Integer> words) {
    return words.isEmpty()
        ? new ArrayList<>(Collections.nCopies(WORDS, 0))
        : new ArrayList<>(words);
  }

  private static int register(List<Integer> words, int index) {
    return words.get(index / PER_WORD) >>> (index % PER_WORD * BITS) & MASK;
  }

  private static void set(List<Integer> words, int index, int rank) {
    int shift = index % PER_WORD * BITS;
    int word = words.get(index / PER_WORD);
    words.set(index / PER_WORD, word & ~(MASK << shift) | rank << shift);
  }
}
