package io.confluent.ksql.function.builtin.aggregate;

import io.confluent.ksql.function.udaf.Udaf;
import io.confluent.ksql.schema.ksql.SqlArgument;
import java.util.ArrayList;
import java.util.List;

/** Keeps the greatest values, duplicates too. */
final class TopValues<T> implements Udaf<T, List<T>, List<T>> {
  private final int count;

  TopValues(int count) {
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
    if (value == null
        || top.size() >= count && Ranking.DESCENDING.compare(value, top.get(top.size() - 1)) >= 0) {
      return top;
    }
    return Ranking.merge(top, List.of(value), Ranking.DESCENDING, count);
  }

  @Override
  public List<T> merge(List<T> older, List<T> newer) {
    return Ranking.merge(older, newer, Ranking.DESCENDING, count);
  }

  @Override
  public List<T> map(List<T> top) {
    return top;
  }
}
