package io.confluent.ksql.function.builtin.aggregate;

import io.confluent.ksql.util.KsqlException;
import java.util.Map;

/** Bounds of collections, from the server's settings. */
final class Limit {
  private Limit() {}

  /** The number of a setting; without it, or if it is negative, there is no limit. */
  static int of(Map<String, ?> config, String name) {
    Object value = config.get(name);
    if (value == null) {
      return Integer.MAX_VALUE;
    }
    try {
      int limit = Integer.parseInt(value.toString().strip());
      return limit < 0 ? Integer.MAX_VALUE : limit;
    } catch (NumberFormatException e) {
      throw new KsqlException("The setting " + name + " is no number: " + value, e);
    }
  }
}
