package io.confluent.ksql.function.builtin.aggregate;

import io.confluent.ksql.function.udaf.TableUdaf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Configurable;

/** Collects all values in the order of their arrival, NULLs too, up to a limit. */
final class Collecting<T> implements TableUdaf<T, List<T>, List<T>>, Configurable {
  private static final String LIMIT = "ksql.functions.collect_list.limit";

  private int limit = Integer.MAX_VALUE;

  @Override
  public void configure(Map<String, ?> config) {
    limit = Limit.of(config, LIMIT);
  }

  @Override
  public List<T> initialize() {
    return new ArrayList<>();
  }

  @Override
  public List<T> aggregate(T value, List<T> collected) {
    if (collected.size() >= limit) {
      return collected;
    }
    List<T> more = new ArrayList<>(collected);
    more.add(value);
    return more;
  }

  @Override
  public List<T> merge(List<T> older, List<T> newer) {
    List<T> all = new ArrayList<>(older);
    all.addAll(newer.subList(0, Math.max(0, Math.min(newer.size(), limit - older.size()))));
    return all;
  }

  @Override
  public List<T> map(List<T> collected) {
    return collected;
  }

  @Override
  public List<T> undo(T value, List<T> collected) {
    int last = collected.lastIndexOf(value);
    if (last < 0) {
      return collected;
    }
    List<T> fewer = new ArrayList<>(collected);
    fewer.remove(last);
    return fewer;
  }
}
