package io.confluent.ksql.function.builtin.aggregate;

import io.confluent.ksql.function.udaf.TableUdaf;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts each text by itself, up to a limit of different ones; NULLs are left out. */
final class CountingEach implements TableUdaf<String, Map<String, Long>, Map<String, Long>> {
  private static final int MAX_KEYS = 1000;

  @Override
  public Map<String, Long> initialize() {
    return new LinkedHashMap<>();
  }

  @Override
  public Map<String, Long> aggregate(String value, Map<String, Long> counts) {
    return value == null ? counts : added(counts, Map.of(value, 1L));
  }

  @Override
  public Map<String, Long> merge(Map<String, Long> older, Map<String, Long> newer) {
    return added(older, newer);
  }

  private static Map<String, Long> added(Map<String, Long> counts, Map<String, Long> more) {
    Map<String, Long> all = new LinkedHashMap<>(counts);
    more.forEach(
        (key, count) -> {
          if (all.size() < MAX_KEYS || all.containsKey(key)) {
            all.merge(key, count, Long::sum);
          }
        });
    return all;
  }

  @Override
  public Map<String, Long> map(Map<String, Long> counts) {
    return counts;
  }

  @Override
  public Map<String, Long> undo(String value, Map<String, Long> counts) {
    if (value == null) {
      return counts;
    }
    Map<String, Long> fewer = new LinkedHashMap<>(counts);
    fewer.computeIfPresent(value, (key, count) -> count == 1 ? null : count - 1);
    return fewer;
  }
}
