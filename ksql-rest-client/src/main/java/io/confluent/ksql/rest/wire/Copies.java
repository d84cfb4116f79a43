package io.confluent.ksql.rest.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copies of what came over the wire, where a member left out means an empty collection. */
final class Copies {
  private Copies() {}

  static <T> List<T> of(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  /** In the order given. */
  static <K, V> Map<K, V> of(Map<K, V> map) {
    return map == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  static String text(String text) {
    return text == null ? "" : text;
  }
}
