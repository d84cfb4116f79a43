package io.confluent.ksql.function.builtin.aggregate;

import io.confluent.ksql.function.udaf.Udaf;
import java.util.ArrayList;
import java.util.List;

/** Estimates how many different values there are; NULLs are left out. */
final class CountingDistinct<T> implements Udaf<T, List<Integer>, Long> {
  @Override
  public List<Integer> initialize() {
    return new ArrayList<>();
  }

  @Override
  public List<Integer> aggregate(T value, List<Integer> registers) {
    return value == null ? registers : HyperLogLog.add(registers, ValueHash.of(value));
  }

  @Override
  public List<Integer> merge(List<Integer> older, List<Integer> newer) {
    return HyperLogLog.union(older, newer);
  }

  @Override
  public Long map(List<Integer> registers) {
    return HyperLogLog.estimate(registers);
  }
}
