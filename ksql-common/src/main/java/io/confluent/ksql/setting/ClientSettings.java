package io.confluent.ksql.setting;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What of some settings a client of another system gets. */
public final class ClientSettings {
  private ClientSettings() {}

  /**
   * The settings that a client knows, and over them those that are for it alone.
   *
   * @param given settings by name
   * @param known the client's own names
   * @param prefix what stands before names that are for it alone
   */
  public static Map<String, Object> select(
      Map<String, String> given, Set<String> known, String prefix) {
    Map<String, Object> selected = new LinkedHashMap<>();
    given.forEach(
        (name, value) -> {
          if (known.contains(name)) {
            selected.put(name, value);
          }
        });
    given.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            selected.put(name.substring(prefix.length()), value);
          }
        });
    return selected;
  }
}
