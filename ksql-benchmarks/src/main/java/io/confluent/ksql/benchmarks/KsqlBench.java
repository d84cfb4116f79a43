package io.confluent.ksql.benchmarks;

import io.confluent.ksql.benchmarks.figure.Comparison;
import io.confluent.ksql.benchmarks.figure.Report;
import io.confluent.ksql.benchmarks.pipeline.Kafka;
import io.confluent.ksql.benchmarks.pipeline.PipelineBenchmark;
import io.confluent.ksql.benchmarks.process.Broker;
import io.confluent.ksql.benchmarks.process.Launcher;
import io.confluent.ksql.benchmarks.program.Profile;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Command line of {@code bin/ksql-bench}. */
@Command(
    name = "ksql-bench",
    mixinStandardHelpOptions = true,
    description = {
      "Measures statements beside hand-written programs that do the same, each in a process of its"
          + " own. Prints a line of JSON for each case as it is done, and a table at the end.",
      "What is measured by rows runs by turns of seconds, of which one process runs and the others"
          + " are stopped. A ratio is ours divided by theirs of turns that follow each other, or of"
          + " one run where there are no turns. Of the table, 'ratio' is the median of them, 'runs'"
          + " how many there are, 'spread' how wide the middle half of them is (the distance of"
          + " the quartiles) as a part of the median; 'ours' and 'theirs' are medians too.",
      "With --jmh as its first argument: the benchmarks of single parts, with JMH's own options."
    })
public final class KsqlBench implements Callable<Integer> {
  private static final String HOME = "ksql.home";

  private static final String LATENCY = "latency";

  @Spec private CommandSpec spec;

  @Option(names = "--quick", description = "Few cases, once, with few rows: within 3 minutes.")
  private boolean quick;

  @Option(
      names = "--cases",
      split = ",",
      paramLabel = "NAME",
      description = "Only these; --list names them.")
  private Set<String> cases = new LinkedHashSet<>();

  @Option(names = "--list", description = "Name the cases and end.")
  private boolean list;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "How often each is measured, in new processes; ${DEFAULT-VALUE} without this option.")
  private int runs;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      defaultValue = "throughput",
      description =
          "ksql.profile of servers that are measured by rows; ${DEFAULT-VALUE} without this"
              + " option.")
  private String profile;

  @Option(
      names = "--settings",
      paramLabel = "NAME=VALUE,..",
      description =
          "Measures a statement beside the same statement on a server with these settings, in place"
              + " of programs. May be given several times, for as many servers.")
  private List<String> variants = new ArrayList<>();

  @Override
  public Integer call() {
    if (list) {
      Cases.names().forEach(System.out::println);
      return 0;
    }
    Scale scale = quick ? Scale.QUICK : Scale.FULL;
    Map<String, Cases.Case> chosen = chosen(scale);
    List<Comparison> done = new ArrayList<>();
    List<String> failed = new ArrayList<>();
    long start = System.nanoTime();
    try (Launcher launcher = new Launcher(Path.of(System.getProperty(HOME, "")));
        Broker broker = Broker.start(launcher);
        Kafka kafka = new Kafka(broker.address())) {
      Stage stage =
          new Stage(
              launcher,
              broker,
              kafka,
              scale,
              new PipelineBenchmark(
                  launcher,
                  broker,
                  kafka,
                  Profile.of(profile),
                  Duration.ofSeconds(scale.warmSeconds()),
                  Duration.ofSeconds(scale.seconds()),
                  variants.stream().map(this::variant).toList()),
              Profile.of(LATENCY));
      chosen.forEach((name, each) -> run(name, each, stage, done, failed));
    }
    System.out.printf("%n%s%n%n%s%n", Report.table(done), circumstances(start));
    return failed.isEmpty() ? 0 : 1;
  }

  /** One that fails is told of, and the others are measured all the same. */
  private void run(
      String name, Cases.Case each, Stage stage, List<Comparison> done, List<String> failed) {
    try {
      for (Comparison comparison : each.run(stage, runs)) {
        System.out.println(Report.json(comparison));
        done.add(comparison);
      }
    } catch (RuntimeException e) {
      System.err.println(name + " failed: " + e.getMessage());
      failed.add(name);
    }
  }

  /** Wrong names are found before anything is started. */
  private Map<String, Cases.Case> chosen(Scale scale) {
    Collection<String> names = cases.isEmpty() ? scale.cases() : cases;
    Map<String, Cases.Case> chosen = new LinkedHashMap<>();
    for (String name : names.isEmpty() ? Cases.names() : names) {
      chosen.put(name, Cases.find(name).orElseThrow(() -> unknown(name)));
    }
    return chosen;
  }

  private PipelineBenchmark.Variant variant(String text) {
    Map<String, String> settings = new LinkedHashMap<>();
    for (String setting : text.split(",")) {
      String[] parts = setting.split("=", 2);
      if (parts.length != 2) {
        throw new ParameterException(
            spec.commandLine(), "A setting is written as NAME=VALUE, not as " + setting + ".");
      }
      settings.put(parts[0], parts[1]);
    }
    return new PipelineBenchmark.Variant(text, settings);
  }

  private ParameterException unknown(String name) {
    return new ParameterException(
        spec.commandLine(),
        "There is no case " + name + ". Cases: " + String.join(", ", Cases.names()) + ".");
  }

  private static String circumstances(long start) {
    return "%s, %d processors, Java %s, %s; load %.1f at the end; took %d s."
        .formatted(
            System.getProperty("os.name"),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("java.version"),
            LocalDate.now(ZoneOffset.UTC),
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
            Duration.ofNanos(System.nanoTime() - start).toSeconds());
  }

  /** Starts the command. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new KsqlBench()).execute(arguments));
  }
}
