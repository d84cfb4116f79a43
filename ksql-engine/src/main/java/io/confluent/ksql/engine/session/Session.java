package io.confluent.ksql.engine.session;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a client has set, for its statements only. Immutable: SET and DEFINE give a changed session.
 *
 * @param overrides properties over those of the server, by canonical name
 * @param variables what {@code ${name}} stands for, by name
 */
public record Session(Map<String, String> overrides, Map<String, String> variables) {
  private static final Session EMPTY = new Session(Map.of(), Map.of());

  public Session {
    overrides = Collections.unmodifiableMap(new TreeMap<>(overrides));
    variables = Collections.unmodifiableMap(new TreeMap<>(variables));
  }

  /** Nothing set. */
  public static Session empty() {
    return EMPTY;
  }

  /** The same with a property set. */
  public Session set(String name, String value) {
    return new Session(with(overrides, name, value), variables);
  }

  /** The same with a property as the server has it. */
  public Session unset(String name) {
    return new Session(without(overrides, name), variables);
  }

  /** The same with a variable defined. */
  public Session define(String name, String value) {
    return new Session(overrides, with(variables, name, value));
  }

  /** The same with a variable less. */
  public Session undefine(String name) {
    return new Session(overrides, without(variables, name));
  }

  /** What a property was set to. */
  public Optional<String> override(String name) {
    return Optional.ofNullable(overrides.get(name));
  }

  private static Map<String, String> with(Map<String, String> map, String name, String value) {
    Map<String, String> changed = new TreeMap<>(map);
    changed.put(name, value);
    return changed;
  }

  private static Map<String, String> without(Map<String, String> map, String name) {
    Map<String, String> changed = new TreeMap<>(map);
    changed.remove(name);
    return changed;
  }
}
