package io.confluent.ksql.function.builtin.aggregate;

import io.confluent.ksql.function.udaf.TableUdaf;
import java.util.List;

/** Sums the items of lists by an addition and its reverse; NULLs count as nothing. */
final class ListAdding<T> implements TableUdaf<List<T>, T, T> {
  private final Adding<T> items;

  ListAdding(Adding<T> items) {
    this.items = items;
  }

  @Override
  public T initialize() {
    return items.initialize();
  }

  @Override
  public T aggregate(List<T> list, T sum) {
    T result = sum;
    if (list != null) {
      for (T item : list) {
        result = items.aggregate(item, result);
      }
    }
    return result;
  }

  @Override
  public T merge(T older, T newer) {
    return items.merge(older, newer);
  }

  @Override
  public T map(T sum) {
    return sum;
  }

  @Override
  public T undo(List<T> list, T sum) {
    T result = sum;
    if (list != null) {
      for (T item : list) {
        result = items.undo(item, result);
      }
    }
    return result;
  }
}
