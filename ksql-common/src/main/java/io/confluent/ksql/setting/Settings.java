package io.confluent.ksql.setting;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The resolved settings of a server, a session or a query: one immutable object, in which what was
 * given last has won (defaults, file, session, statement). Holds the texts; a {@link Setting} gives
 * them their types.
 */
public final class Settings {
  private static final Settings EMPTY = new Settings(Map.of());

  private final Map<String, String> values;

  private Settings(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /** Only defaults. */
  public static Settings defaults() {
    return EMPTY;
  }

  /** Given values over the defaults. */
  public static Settings of(Map<String, String> values) {
    return new Settings(values);
  }

  /** These settings with others over them. */
  public Settings with(Map<String, String> overrides) {
    if (overrides.isEmpty()) {
      return this;
    }
    Map<String, String> merged = new TreeMap<>(values);
    merged.putAll(overrides);
    return new Settings(merged);
  }

  /** These settings with one value over them. */
  public Settings with(String name, String value) {
    return with(Map.of(name, value));
  }

  /**
   * The value of a setting: as given under its name or a former one, else its default.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if the given text does not fit
   */
  public <T> T get(Setting<T> setting) {
    return given(setting).map(setting::parse).orElseGet(setting::defaultValue);
  }

  /** The text given for a setting, if any. */
  public Optional<String> given(Setting<?> setting) {
    String value = values.get(setting.name());
    for (int i = 0; value == null && i < setting.formerNames().size(); i++) {
      value = values.get(setting.formerNames().get(i));
    }
    return Optional.ofNullable(value);
  }

  /** Everything given, by name, unparsed; for names that pass through to Kafka's clients. */
  public Map<String, String> given() {
    return values;
  }

  /** What was given under names with a prefix, the prefix taken off. */
  public Map<String, String> givenWithPrefix(String prefix) {
    Map<String, String> found = new TreeMap<>();
    values.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            found.put(name.substring(prefix.length()), value);
          }
        });
    return found;
  }
}
