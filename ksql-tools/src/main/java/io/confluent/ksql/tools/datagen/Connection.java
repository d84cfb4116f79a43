package io.confluent.ksql.tools.datagen;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.serde.registry.SchemaRegistrySettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Where Kafka and the schema registry are: defaults, over them the properties file, over it the
 * command line.
 *
 * @param kafka properties of Kafka's clients, {@code bootstrap.servers} at least
 * @param registry settings of the schema registry, its address at least
 */
record Connection(Map<String, String> kafka, Map<String, String> registry) {
  private static final String BOOTSTRAP_SERVERS = "bootstrap.servers";
  private static final String OURS = "ksql.";

  Connection {
    kafka = Map.copyOf(kafka);
    registry = Map.copyOf(registry);
  }

  static Connection of(DataGenArguments arguments) {
    Map<String, String> kafka = new TreeMap<>();
    Map<String, String> registry = new TreeMap<>();
    kafka.put(BOOTSTRAP_SERVERS, "localhost:9092");
    registry.put(SchemaRegistrySettings.URL.name(), "http://localhost:8081");
    arguments
        .text(Argument.PROPERTIES_FILE)
        .ifPresent(
            file ->
                read(file).forEach((n, v) -> (n.startsWith(OURS) ? registry : kafka).put(n, v)));
    arguments.text(Argument.BOOTSTRAP_SERVER).ifPresent(v -> kafka.put(BOOTSTRAP_SERVERS, v));
    arguments
        .text(Argument.SCHEMA_REGISTRY_URL)
        .ifPresent(v -> registry.put(SchemaRegistrySettings.URL.name(), checked(v)));
    return new Connection(kafka, registry);
  }

  private static String checked(String url) {
    boolean http;
    try {
      String scheme = URI.create(url).getScheme();
      http = "http".equals(scheme) || "https".equals(scheme);
    } catch (IllegalArgumentException e) {
      http = false;
    }
    if (!http) {
      throw Diagnostic.error(
              ErrorCode.INVALID_PROPERTY,
              "%s is an address such as http://localhost:8081, not '%s'.",
              Argument.SCHEMA_REGISTRY_URL.text(),
              url)
          .toException();
    }
    return url;
  }

  private static Map<String, String> read(String file) {
    Properties properties = new Properties();
    try (InputStream input = Files.newInputStream(Path.of(file))) {
      properties.load(input);
    } catch (IOException e) {
      throw Diagnostic.error(
              ErrorCode.INVALID_PROPERTY, "The properties file %s cannot be read: %s", file, e)
          .toException(e);
    }
    Map<String, String> all = new TreeMap<>();
    properties.stringPropertyNames().forEach(n -> all.put(n, properties.getProperty(n).strip()));
    return all;
  }
}
