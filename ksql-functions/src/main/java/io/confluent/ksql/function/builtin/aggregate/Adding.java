package io.confluent.ksql.function.builtin.aggregate;

import io.confluent.ksql.function.udaf.TableUdaf;
import java.util.function.BinaryOperator;

/** Sums values by an addition and its reverse; NULLs count as nothing. */
final class Adding<T> implements TableUdaf<T, T, T> {
  private final T zero;
  private final BinaryOperator<T> plus;
  private final BinaryOperator<T> minus;

  Adding(T zero, BinaryOperator<T> plus, BinaryOperator<T> minus) {
    this.zero = zero;
    this.plus = plus;
    this.minus = minus;
  }

  @Override
  public T initialize() {
    return zero;
  }

  @Override
  public T aggregate(T value, T sum) {
    return value == null ? sum : plus.apply(sum, value);
  }

  @Override
  public T merge(T older, T newer) {
    return plus.apply(older, newer);
  }

  @Override
  public T map(T sum) {
    return sum;
  }

  @Override
  public T undo(T value, T sum) {
    return value == null ? sum : minus.apply(sum, value);
  }
}
