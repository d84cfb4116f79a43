package io.confluent.ksql.engine.session;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.name.Names;
import io.confluent.ksql.planner.function.FunctionSettings;
import io.confluent.ksql.setting.Scope;
import io.confluent.ksql.setting.Setting;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Which properties a client may set, and to what: settings of session scope, and those of Kafka's
 * clients and Kafka Streams, with or without the prefix {@code ksql.streams.}.
 */
public final class PropertyRules {
  /** What may stand before the names of properties of Kafka's clients. */
  public static final String STREAMS_PREFIX = "ksql.streams.";

  /** Of how often final results of windows are looked for, in ms; Kafka Streams' own. */
  private static final String EMIT_INTERVAL_PREFIX = "__emit.interval.ms.";

  private static final Set<String> FIXED_KAFKA =
      Set.of("bootstrap.servers", "application.id", "client.id", "group.id", "state.dir");
  private static final String[] CLIENT_PREFIXES = {
    "consumer.",
    "main.consumer.",
    "restore.consumer.",
    "global.consumer.",
    "producer.",
    "admin.",
    "topic."
  };

  private final Map<String, Setting<?>> settings = new LinkedHashMap<>();
  private final Map<String, ConfigDef.ConfigKey> kafka = new LinkedHashMap<>();
  private final Set<String> denied;

  /**
   * Rules over these settings.
   *
   * @param denied names that a client may not set, although their scope would let it
   */
  public PropertyRules(Collection<Setting<?>> known, Collection<String> denied) {
    known.forEach(setting -> settings.put(setting.name(), setting));
    kafka.putAll(ProducerConfig.configDef().configKeys());
    kafka.putAll(ConsumerConfig.configDef().configKeys());
    kafka.putAll(StreamsConfig.configDef().configKeys());
    this.denied = denied.stream().map(PropertyRules::canonical).collect(Collectors.toSet());
  }

  /** The settings these rules are over. */
  public Collection<Setting<?>> settings() {
    return settings.values();
  }

  /** The name that a property is kept under: without {@code ksql.streams.}. */
  public static String canonical(String name) {
    return name.startsWith(STREAMS_PREFIX) ? name.substring(STREAMS_PREFIX.length()) : name;
  }

  /** Names and values under their canonical names; the prefixed form wins over the plain one. */
  public static Map<String, String> canonical(Map<String, String> given) {
    Map<String, String> canonical = new TreeMap<>();
    given.forEach(
        (name, value) -> {
          if (!name.startsWith(STREAMS_PREFIX)) {
            canonical.put(name, value);
          }
        });
    given.forEach(
        (name, value) -> {
          if (name.startsWith(STREAMS_PREFIX)) {
            canonical.put(canonical(name), value);
          }
        });
    return canonical;
  }

  /**
   * A session with these properties set.
   *
   * @param given texts, numbers and booleans by name
   * @throws DiagnosticException {@code INVALID_SETTING} if one may not be set, or not to that
   */
  public Session session(Map<String, Object> given, Map<String, String> variables) {
    Session session = new Session(Map.of(), variables);
    for (Map.Entry<String, Object> property : given.entrySet()) {
      if (property.getValue() == null) {
        throw invalid("The property %s has no value.".formatted(property.getKey())).toException();
      }
      session = set(session, property.getKey(), property.getValue().toString());
    }
    return session;
  }

  /**
   * The session with a property set.
   *
   * @throws DiagnosticException {@code INVALID_SETTING} if it may not be set, or not to that
   */
  public Session set(Session session, String name, String value) {
    String canonical = checkName(name);
    checkValue(canonical, value);
    return session.set(canonical, value);
  }

  /**
   * The canonical name of a property that a client may set.
   *
   * @throws DiagnosticException {@code INVALID_SETTING} if there is no such property, or it is the
   *     server's
   */
  public String checkName(String name) {
    String canonical = canonical(name);
    Setting<?> setting = settings.get(canonical);
    if (denied.contains(canonical)) {
      throw invalid("The property %s may not be set by clients of this server.".formatted(name))
          .hint("The server's ksql.properties.overrides.denylist lists it.")
          .toException();
    }
    if (setting != null && setting.scope() == Scope.SERVER || isFixed(canonical)) {
      throw invalid("The property %s belongs to the server; clients cannot set it.".formatted(name))
          .hint("Set it in the server's configuration file.")
          .toException();
    }
    if (setting == null && kafkaKey(canonical).isEmpty() && !isOpen(canonical)) {
      throw invalid("There is no property %s.".formatted(name))
          .hint(Names.nearest(canonical, names()).map("Did you mean %s?"::formatted))
          .toException();
    }
    return canonical;
  }

  private static boolean isFixed(String canonical) {
    String plain = withoutClientPrefix(canonical);
    return FIXED_KAFKA.contains(plain)
        || plain.startsWith("ssl.")
        || plain.startsWith("sasl.")
        || plain.equals("security.protocol");
  }

  /** Names that only those know who read them: topics, functions, and parts of Kafka Streams. */
  private static boolean isOpen(String canonical) {
    return canonical.startsWith("topic.")
        || canonical.startsWith(FunctionSettings.PREFIX)
        || canonical.startsWith(EMIT_INTERVAL_PREFIX);
  }

  private Optional<ConfigDef.ConfigKey> kafkaKey(String canonical) {
    return Optional.ofNullable(kafka.get(withoutClientPrefix(canonical)));
  }

  private static String withoutClientPrefix(String name) {
    for (String prefix : CLIENT_PREFIXES) {
      if (name.startsWith(prefix)) {
        return name.substring(prefix.length());
      }
    }
    return name;
  }

  private Set<String> names() {
    Set<String> names = new HashSet<>(settings.keySet());
    names.addAll(kafka.keySet());
    return names;
  }

  private void checkValue(String canonical, String value) {
    Setting<?> setting = settings.get(canonical);
    if (setting != null) {
      setting.parse(value);
      return;
    }
    if (withoutClientPrefix(canonical).equals(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG)
        && value.equals("none")) {
      throw invalid("The property auto.offset.reset cannot be 'none' here.")
          .hint("It must be earliest or latest.")
          .toException();
    }
    Optional<ConfigDef.ConfigKey> key = kafkaKey(canonical);
    if (key.isPresent()) {
      checkKafka(key.get(), canonical, value);
    }
  }

  private static void checkKafka(ConfigDef.ConfigKey key, String name, String value) {
    try {
      Object parsed = ConfigDef.parseType(key.name, value, key.type);
      if (key.validator != null) {
        key.validator.ensureValid(key.name, parsed);
      }
    } catch (ConfigException e) {
      throw invalid("The property %s cannot be '%s'.".formatted(name, value))
          .hint(e.getMessage())
          .toException(e);
    }
  }

  private static Diagnostic invalid(String message) {
    return Diagnostic.error(ErrorCode.INVALID_SETTING, "%s", message);
  }
}
