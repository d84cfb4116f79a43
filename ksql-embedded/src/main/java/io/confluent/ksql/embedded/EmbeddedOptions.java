package io.confluent.ksql.embedded;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that every program with embedded parts has. */
final class EmbeddedOptions {
  private static final String HOME = "ksql.home";

  @Option(
      names = PortPlan.BASE_OPTION,
      paramLabel = "N",
      description = "Add N to every usual port: Kafka 9092, schema registry 8081, server 8088.")
  private int portBase;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description = "Where topics and states of queries are kept.")
  private Path dataDirectory;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this and exit.")
  private boolean help;

  PortPlan ports() {
    return portBase == 0 ? PortPlan.usual() : PortPlan.base(portBase);
  }

  /** The directory that was named. */
  Optional<Path> dataDirectory() {
    return Optional.ofNullable(dataDirectory);
  }

  /** The installation's directory: that of the launcher, or the working directory. */
  static Path home() {
    return Path.of(System.getProperty(HOME, "")).toAbsolutePath().normalize();
  }
}
