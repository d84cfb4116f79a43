package io.confluent.ksql.function.builtin.aggregate;

import io.confluent.ksql.function.udaf.Udaf;
import io.confluent.ksql.schema.ksql.SqlArgument;
import java.util.ArrayList;
import java.util.List;

/** Keeps the greatest different values. */
final class TopDistinctValues<T> implements Udaf<T, List<T>, List<T>> {
  private final int count;

  TopDistinctValues(int count) {
    this.count = Ranking.checkedCount(count);
  }

  @Override
  public void initializeTypeArguments(List<SqlArgument> arguments) {
    Ranking.check(arguments.get(0).getSqlTypeOrThrow());
  }

  @Override
  public List<T> initialize() {
    return new ArrayList<>();
  }

  @Override
  public List<T> aggregate(T value, List<T> top) {
    return value == null || top.contains(value)
        ? top
        : Ranking.merge(top, List.of(value), Ranking.DESCENDING, count);
  }

  @Override
  public List<T> merge(List<T> older, List<T> newer) {
    List<T> merged = older;
    for (T value : newer) {
      merged = aggregate(value, merged);
    }
    return merged;
  }

  @Override
  public List<T> map(List<T> top) {
    return top;
  }
}
