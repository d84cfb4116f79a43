package io.confluent.ksql.embedded;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that every program with embedded parts has. */
final class EmbeddedOptions {
  private static final String HOME = "ksql.home";
  private static final String DATA_OPTION = "--data-dir";

  @Option(
      names = PortPlan.BASE_OPTION,
      paramLabel = "N",
      description = "Add N to every usual port: Kafka 9092, schema registry 8081, server 8088.")
  private int portBase;

  @Option(
      names = DATA_OPTION,
      paramLabel = "DIR",
      description = "Where topics and states of queries are kept.")
  private Path dataDirectory;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this and exit.")
  private boolean help;

  /**
   * Reads an ordinary command line as picocli does, which needs a twentieth of a start for it.
   *
   * @return nothing if there is anything else in it, which is picocli's to understand
   */
  static Optional<EmbeddedOptions> ordinary(String... arguments) {
    EmbeddedOptions options = new EmbeddedOptions();
    for (int i = 0; i < arguments.length; i += 2) {
      String value = i + 1 < arguments.length ? arguments[i + 1] : "";
      if (arguments[i].equals(PortPlan.BASE_OPTION) && value.matches("[0-9]{1,9}")) {
        options.portBase = Integer.parseInt(value);
      } else if (arguments[i].equals(DATA_OPTION) && value.matches("[A-Za-z0-9/][^'\"]*")) {
        options.dataDirectory = Path.of(value);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(options);
  }

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
