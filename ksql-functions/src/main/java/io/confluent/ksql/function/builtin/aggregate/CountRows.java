package io.confluent.ksql.function.builtin.aggregate;

import io.confluent.ksql.function.udaf.TableUdaf;

/** Counts values that are not NULL. */
final class CountRows<T> implements TableUdaf<T, Long, Long> {
  @Override
  public Long initialize() {
    return 0L;
  }

  @Override
  public Long aggregate(T value, Long count) {
    return value == null ? count : count + 1;
  }

  @Override
  public Long merge(Long older, Long newer) {
    return older + newer;
  }

  @Override
  public Long map(Long count) {
    return count;
  }

  @Override
  public Long undo(T value, Long count) {
    return value == null ? count : count - 1;
  }
}
