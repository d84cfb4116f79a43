package io.confluent.ksql.cli;

import io.confluent.ksql.rest.client.ClientOptions;
import io.confluent.ksql.rest.client.TlsStore;
import io.confluent.ksql.setting.Settings;
import io.confluent.ksql.util.KsqlException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * A file of properties: those that say how to reach the server, and those for its statements.
 *
 * @param settings all that the file says
 */
record ConfigFile(Settings settings) {
  static ConfigFile none() {
    return new ConfigFile(Settings.defaults());
  }

  static ConfigFile read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (NoSuchFileException e) {
      throw new KsqlException("No such configuration file: " + file, e);
    } catch (IOException | IllegalArgumentException e) {
      throw new KsqlException(
          "The configuration file " + file + " cannot be read: " + e.getMessage(), e);
    }
    Map<String, String> texts = new LinkedHashMap<>();
    properties.stringPropertyNames().forEach(name -> texts.put(name, properties.getProperty(name)));
    return new ConfigFile(Settings.of(texts));
  }

  /** The properties that go along with statements. */
  Map<String, String> forStatements() {
    Map<String, String> found = new TreeMap<>(settings.given());
    found.keySet().removeIf(ConfigFile::concernsTheConnection);
    return found;
  }

  private static boolean concernsTheConnection(String name) {
    return name.startsWith("ssl.") || name.startsWith("sasl.") || name.equals("security.protocol");
  }

  /** The options with what the file says about TLS. */
  ClientOptions applyTo(ClientOptions options) {
    ClientOptions result = options;
    if (settings.given(CliSettings.TRUST_STORE).isPresent()) {
      result =
          result.trusting(
              new TlsStore(
                  Path.of(settings.get(CliSettings.TRUST_STORE)),
                  settings.get(CliSettings.TRUST_STORE_PASSWORD),
                  settings.get(CliSettings.TRUST_STORE_TYPE)));
    }
    if (settings.given(CliSettings.KEY_STORE).isPresent()) {
      result =
          result.showing(
              new TlsStore(
                  Path.of(settings.get(CliSettings.KEY_STORE)),
                  settings.get(CliSettings.KEY_STORE_PASSWORD),
                  settings.get(CliSettings.KEY_STORE_TYPE)),
              settings.get(CliSettings.KEY_PASSWORD));
    }
    return result;
  }
}
