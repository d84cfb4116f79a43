package io.confluent.ksql.tools.replay;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.tools.produce.StopSignal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Command line: sends a recording to a topic. */
@Command(
    name = "ksql-replay",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description =
        "Sends each line of a file to a topic as it is, without the line end. Empty lines are left"
            + " out. Progress goes to standard error; Ctrl-C stops.",
    footer = {
      "",
      "A recording at ten messages a second, over and over:",
      "  ksql-replay test-data/ecg_discord_test.msgs --topic HealthSensorInputTopic --rate 10 --loop",
      "At once, but as if it had taken an hour on a day of last year:",
      "  ksql-replay FILE --topic T --event-time-start 2025-03-01T08:00:00Z --spread 1h"
    })
final class ReplayCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The recording, one message a line.")
  private Path file;

  @Option(
      names = {"-t", "--topic"},
      required = true,
      paramLabel = "TOPIC",
      description = "Where to; made if it does not exist.")
  private String topic;

  @Option(
      names = {"-b", "--bootstrap-server", "--bootstrap-servers"},
      defaultValue = "localhost:9092",
      paramLabel = "HOST:PORT",
      description = "Kafka's address (default: ${DEFAULT-VALUE}).")
  private String bootstrapServers;

  @Option(
      names = "--properties-file",
      paramLabel = "FILE",
      description = "More properties of Kafka's client, for example for TLS.")
  private Optional<Path> propertiesFile;

  @Option(
      names = {"-r", "--rate"},
      paramLabel = "N",
      description = "Messages a second, at most; also 0.5. As fast as possible if not given.")
  private Optional<Double> rate;

  @ArgGroup(exclusive = true)
  private final Repetition repetition = new Repetition();

  @Option(
      names = {"-k", "--key"},
      defaultValue = "none",
      converter = KeyConverter.class,
      paramLabel = "none|first-field",
      description =
          "The key of a message: none, or what stands before its first comma (default:"
              + " ${DEFAULT-VALUE}).")
  private RecordKey key;

  @Option(
      names = "--event-time-start",
      converter = TimeTexts.ToInstant.class,
      paramLabel = "TIME",
      description =
          "Time of the first message: 2025-03-01T08:00:00Z, without Z also in UTC, or ms since"
              + " 1970. Without a step or a spread later messages are later by as much as they are"
              + " sent later. Default: messages carry the time at which they are sent.")
  private Optional<Instant> start;

  @ArgGroup(exclusive = true)
  private final Distance distance = new Distance();

  private static final class Repetition {
    @Option(names = "--loop", description = "Over and over, until stopped.")
    private boolean loop;

    @Option(names = "--times", paramLabel = "N", description = "So many times.")
    private Optional<Long> times = Optional.empty();
  }

  private static final class Distance {
    @Option(
        names = "--event-time-step",
        converter = TimeTexts.ToDuration.class,
        paramLabel = "MS",
        description = "From the time of a message to that of the next, in ms, or as 5s, 2m, 1h.")
    private Optional<Duration> step = Optional.empty();

    @Option(
        names = "--spread",
        converter = TimeTexts.ToDuration.class,
        paramLabel = "DURATION",
        description =
            "Over which the times of the file lie evenly: ms, or 30s, 10m, 1h, 2d. A next time"
                + " follows on.")
    private Optional<Duration> spread = Optional.empty();
  }

  static int run(String... arguments) {
    return commandLine().execute(arguments);
  }

  static CommandLine commandLine() {
    return new CommandLine(new ReplayCommand())
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              command.getErr().println("ksql-replay: " + sentence(failure));
              return 1;
            });
  }

  private static String sentence(Exception failure) throws Exception {
    if (failure instanceof DiagnosticException known) {
      Diagnostic diagnostic = known.diagnostic();
      return diagnostic.message() + diagnostic.hint().map(hint -> " " + hint).orElse("");
    }
    if (failure instanceof IOException) {
      return "The file cannot be read: " + failure;
    }
    throw failure;
  }

  @Override
  public Integer call() throws IOException {
    ReplayOptions options = options();
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new ParameterException(spec.commandLine(), "There is no readable file " + file + ".");
    }
    Replay replay = new Replay(properties(), topic);
    Progress progress = new Progress(replay::delivered, System.err);
    StopSignal.Closing ending = replay.stopSignal().onShutdown();
    try {
      progress.start();
      replay.send(file, options);
    } finally {
      progress.close();
      System.err.println(
          Progress.line(replay.delivered(), progress.elapsed()) + " to the topic " + topic + ".");
      ending.close();
    }
    return 0;
  }

  /** What the options say, which is checked before anything is sent. */
  ReplayOptions options() {
    double perSecond = rate.orElse(0.0);
    if (rate.isPresent() && !(perSecond > 0 && perSecond <= 1e6)) {
      throw wrong("A rate is above 0 and at most 1000000 a second, not " + perSecond + ".");
    }
    long passes = repetition.loop ? ReplayOptions.FOR_EVER : repetition.times.orElse(1L);
    if (passes < 1) {
      throw wrong("A file is sent at least once, not " + passes + " times.");
    }
    if (start.isPresent() && start.get().toEpochMilli() < 0) {
      throw wrong("Kafka has no times before 1970.");
    }
    ReplayOptions options =
        ReplayOptions.once().withRate(perSecond).withPasses(passes).withKey(key);
    options = start.isPresent() ? options.withStart(start.get()) : options;
    options = distance.step.isPresent() ? options.withStep(distance.step.get()) : options;
    return distance.spread.isPresent() ? options.withSpread(distance.spread.get()) : options;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private Map<String, String> properties() throws IOException {
    Map<String, String> all = new TreeMap<>();
    if (propertiesFile.isPresent()) {
      Properties properties = new Properties();
      try (InputStream input = Files.newInputStream(propertiesFile.get())) {
        properties.load(input);
      }
      properties.stringPropertyNames().forEach(n -> all.put(n, properties.getProperty(n)));
    }
    boolean given = spec.commandLine().getParseResult().hasMatchedOption("--bootstrap-server");
    if (given || !all.containsKey("bootstrap.servers")) {
      all.put("bootstrap.servers", bootstrapServers);
    }
    return all;
  }

  private static final class KeyConverter implements CommandLine.ITypeConverter<RecordKey> {
    @Override
    public RecordKey convert(String text) {
      return switch (text) {
        case "none" -> RecordKey.NONE;
        case "first-field" -> RecordKey.FIRST_FIELD;
        default ->
            throw new CommandLine.TypeConversionException(
                "'" + text + "' is neither none nor first-field");
      };
    }
  }
}
