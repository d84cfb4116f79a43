package io.confluent.ksql.setting;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Settings given by environment variables, as they are given to containers: the prefix {@code
 * KSQL_} is taken off, the rest is put in lower case, and {@code _} means a dot, {@code __} an
 * underscore, {@code ___} a hyphen. {@code KSQL_LISTENERS} is {@code listeners}, {@code
 * KSQL_KSQL_SERVICE_ID} is {@code ksql.service.id}.
 */
public final class EnvironmentSettings {
  private static final String PREFIX = "KSQL_";

  /** What the launchers read; none of them is a setting. */
  private static final Set<String> LAUNCHER_VARIABLES =
      Set.of(
          "KSQL_CDS",
          "KSQL_CLASSPATH",
          "KSQL_CLASS_LIST",
          "KSQL_HEAP_OPTS",
          "KSQL_JMX_OPTS",
          "KSQL_JVM_PERFORMANCE_OPTS",
          "KSQL_LOG4J_OPTS",
          "KSQL_LOG_DIR",
          "KSQL_OPTS");

  private EnvironmentSettings() {}

  /** The settings among the variables of an environment, by name. */
  public static Map<String, String> of(Map<String, String> environment) {
    Map<String, String> settings = new TreeMap<>();
    environment.forEach(
        (variable, value) -> {
          if (isSetting(variable)) {
            settings.put(nameOf(variable.substring(PREFIX.length())), value);
          }
        });
    return settings;
  }

  private static boolean isSetting(String variable) {
    return variable.startsWith(PREFIX)
        && variable.length() > PREFIX.length()
        && !LAUNCHER_VARIABLES.contains(variable);
  }

  private static String nameOf(String variable) {
    return variable
        .toLowerCase(Locale.ROOT)
        .replace("___", "-")
        .replace("__", "\0")
        .replace('_', '.')
        .replace('\0', '_');
  }
}
