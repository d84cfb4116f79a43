package io.confluent.ksql.function.builtin.aggregate;

import io.confluent.ksql.function.udaf.Udaf;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.Configurable;

/** Collects different values in the order of their first arrival, NULL once, up to a limit. */
final class CollectingDistinct<T> implements Udaf<T, List<T>, List<T>>, Configurable {
  private static final String LIMIT = "ksql.functions.collect_set.limit";

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
    if (collected.size() >= limit || collected.contains(value)) {
      return collected;
    }
    List<T> more = new ArrayList<>(collected);
    more.add(value);
    return more;
  }

  @Override
  public List<T> merge(List<T> older, List<T> newer) {
    Set<T> all = new LinkedHashSet<>(older);
    for (T value : newer) {
      if (all.size() < limit) {
        all.add(value);
      }
    }
    return new ArrayList<>(all);
  }

  @Override
  public List<T> map(List<T> collected) {
    return collected;
  }
}
