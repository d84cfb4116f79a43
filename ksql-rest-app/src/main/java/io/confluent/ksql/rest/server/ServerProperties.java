package io.confluent.ksql.rest.server;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.setting.EnvironmentSettings;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/** Where the settings of a server are read from. */
public final class ServerProperties {
  private ServerProperties() {}

  /** What the scripts in bin tell the JVM; no settings of a server. */
  private static final Set<String> OF_LAUNCHERS =
      Set.of("ksql.home", "ksql.log.dir", "ksql.pid.file", ClassesAhead.LIST);

  /**
   * Files, the later ones over the earlier, the environment over them, and properties of the JVM
   * over all: those that begin with {@code ksql.} and those that a file names.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if a file cannot be read
   */
  public static Map<String, String> read(
      List<String> files, Map<String, String> environment, Properties system) {
    Map<String, String> settings = new TreeMap<>();
    files.forEach(file -> settings.putAll(file(Path.of(file))));
    settings.putAll(EnvironmentSettings.of(environment));
    for (String name : system.stringPropertyNames()) {
      boolean setting = name.startsWith("ksql.") && !OF_LAUNCHERS.contains(name);
      if (setting || settings.containsKey(name)) {
        settings.put(name, system.getProperty(name));
      }
    }
    return settings;
  }

  private static Map<String, String> file(Path file) {
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(in);
    } catch (IOException | IllegalArgumentException e) {
      throw Diagnostic.error(
              ErrorCode.INVALID_SETTING,
              "The settings cannot be read from %s: %s",
              file,
              Files.exists(file) ? e.getMessage() : "there is no such file.")
          .toException(e);
    }
    Map<String, String> settings = new TreeMap<>();
    properties.forEach((name, value) -> settings.put(name.toString(), value.toString().trim()));
    return settings;
  }
}
