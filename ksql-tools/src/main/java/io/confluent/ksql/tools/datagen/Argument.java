package io.confluent.ksql.tools.datagen;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can be said on the command line, as {@code name=value}. */
enum Argument {
  QUICKSTART("quickstart", "rows of a ready-made kind: " + Quickstart.names()),
  SCHEMA("schema", "Avro schema file with hints; also looked for in the installation's test-data"),
  TOPIC("topic", "where to; made if it does not exist (a quickstart has its own)"),
  KEY(
      "key",
      "the field that is the record's key; it stays in the value (a quickstart has its own)"),
  KEY_FORMAT("key-format", "kafka (default), delimited, json, avro"),
  VALUE_FORMAT(
      "value-format", "delimited, json, avro (quickstarts: json; ecg: delimited)", "format"),
  VALUE_DELIMITER("valueDelimiter", "for delimited values: one character, SPACE or TAB (,)"),
  TIMESTAMP("timestamp", "the field that is the record's time, ms since 1970 (now)"),
  ITERATIONS("iterations", "how many rows (without end)"),
  MSG_RATE("msgRate", "rows a second, at most (as fast as possible)"),
  MAX_INTERVAL("maxInterval", "a random pause of up to so many ms before each row, as in old KSQL"),
  THREADS("nThreads", "threads that encode and send (1)"),
  PRINT_ROWS("printRows", "whether delivered rows are printed (true)"),
  SEED("seed", "a number: the same one gives the same rows (another each time)"),
  ANOMALIES("anomalies", "quickstart=ecg: share of beats that are disturbed (0.05)"),
  BOOTSTRAP_SERVER("bootstrap-server", "Kafka's address (localhost:9092)", "bootstrap-servers"),
  SCHEMA_REGISTRY_URL("schemaRegistryUrl", "for avro (http://localhost:8081)"),
  PROPERTIES_FILE("propertiesFile", "more properties of Kafka's client, for example for TLS");

  private final String text;
  private final String doc;
  private final List<String> otherNames;

  Argument(String text, String doc, String... otherNames) {
    this.text = text;
    this.doc = doc;
    this.otherNames = List.of(otherNames);
  }

  /** Its name. */
  String text() {
    return text;
  }

  /** What it is for, its default in brackets. */
  String doc() {
    return doc;
  }

  static Optional<Argument> named(String name) {
    return Arrays.stream(values())
        .filter(argument -> argument.text.equals(name) || argument.otherNames.contains(name))
        .findFirst();
  }

  static List<String> names() {
    return Arrays.stream(values()).map(Argument::text).toList();
  }
}
