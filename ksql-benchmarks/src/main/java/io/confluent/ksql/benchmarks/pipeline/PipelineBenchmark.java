package io.confluent.ksql.benchmarks.pipeline;

import io.confluent.ksql.benchmarks.figure.Comparison;
import io.confluent.ksql.benchmarks.figure.Series;
import io.confluent.ksql.benchmarks.pipeline.Turn.Cost;
import io.confluent.ksql.benchmarks.process.Broker;
import io.confluent.ksql.benchmarks.process.Launcher;
import io.confluent.ksql.benchmarks.process.ProgramProcess;
import io.confluent.ksql.benchmarks.process.Server;
import io.confluent.ksql.benchmarks.program.Profile;
import io.confluent.ksql.benchmarks.program.ProgramMain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs cases of whole pipelines. In each run a new server and a new process for each program read
 * the same rows by turns. What counts is the computing time of the process for a row, in each turn
 * once it is warm.
 */
public final class PipelineBenchmark {
  private static final String OURS = "the statement";

  /**
   * The heap that a process may have anyway is there from its start: a page that is touched for the
   * first time can cost more than ten rows, and how many rows pay for that is the collector's
   * choice.
   */
  private static final String JAVA_OPTIONS = "-Xms1g -XX:+AlwaysPreTouch";

  private final Launcher launcher;
  private final Broker broker;
  private final Kafka kafka;
  private final Profile profile;
  private final Duration warm;
  private final Duration counted;
  private final List<Variant> variants;
  private Optional<Feed> largeRows = Optional.empty();

  /**
   * With servers and programs that have these settings.
   *
   * @param warm how long a process gets rows before they count
   * @param counted how long they count
   * @param variants what a statement is measured beside in place of programs, if there are any
   */
  public PipelineBenchmark(
      Launcher launcher,
      Broker broker,
      Kafka kafka,
      Profile profile,
      Duration warm,
      Duration counted,
      List<Variant> variants) {
    this.launcher = launcher;
    this.broker = broker;
    this.kafka = kafka;
    this.profile = profile;
    this.warm = warm;
    this.counted = counted;
    this.variants = List.copyOf(variants);
  }

  /**
   * The same statement on a server with other settings.
   *
   * @param label names it in a report
   * @param settings on top of the profile's
   */
  public record Variant(String label, Map<String, String> settings) {
    public Variant {
      settings = Map.copyOf(settings);
    }
  }

  /** Runs one case. */
  public Comparison run(Pipeline pipeline, int runs) {
    Duration step = pipeline.outputs().isEmpty() ? profile.commitInterval() : Duration.ZERO;
    Schedule schedule = Schedule.of(warm, counted, step);
    Map<String, Series> series = new LinkedHashMap<>();
    Feed feed = new Feed(kafka, pipeline, broker.schemas());
    try {
      feed.provide(0, schedule.longestTurn());
      if (variants.isEmpty() && pipeline.programs().containsKey(Pipelines.LARGE_LOOP)) {
        provideLargeRows(schedule);
      }
      for (int run = 0; run < runs; run++) {
        run(feed, schedule, series);
      }
    } finally {
      feed.delete();
    }
    Series ours = series.remove(OURS);
    return new Comparison(pipeline.name(), "us of CPU a row", ours, series);
  }

  private void run(Feed feed, Schedule schedule, Map<String, Series> series) {
    List<String> outputs = new ArrayList<>();
    try (Rounds rounds = new Rounds(schedule)) {
      rounds.enter(ours(new Variant(OURS, Map.of()), feed, output(feed, outputs)));
      for (Variant variant : variants) {
        rounds.enter(ours(variant, feed, output(feed, outputs)));
      }
      if (variants.isEmpty()) {
        enterPrograms(rounds, feed, outputs);
      }
      rounds
          .play()
          .forEach(
              (label, costs) ->
                  series.put(label, and(series.getOrDefault(label, Series.NONE), costs)));
    } finally {
      kafka.delete(outputs);
    }
  }

  private void enterPrograms(Rounds rounds, Feed feed, List<String> outputs) {
    for (Map.Entry<String, String> program : feed.pipeline().programs().entrySet()) {
      String label = program.getKey();
      Feed read = label.equals(Pipelines.LARGE_LOOP) ? largeRows.orElseThrow() : feed;
      rounds.enter(program(label, program.getValue(), read, output(read, outputs)));
    }
  }

  /** The rows of 1 KB, which stay for other cases. */
  private void provideLargeRows(Schedule schedule) {
    if (largeRows.isEmpty()) {
      largeRows = Optional.of(new Feed(kafka, Pipelines.largeCopy(), broker.schemas()));
    }
    largeRows.get().provide(0, schedule.longestTurn());
  }

  private static Series and(Series series, List<Cost> costs) {
    Series all = series;
    for (Cost cost : costs) {
      all = all.and(cost.microsARow(), cost.rowsPerSecond());
    }
    return all;
  }

  private String output(Feed feed, List<String> outputs) {
    String output = kafka.unused(feed.pipeline().name() + "-out");
    kafka.create(output);
    outputs.add(output);
    return output;
  }

  private Contestant ours(Variant variant, Feed feed, String output) {
    Server server = Server.start(launcher, broker, profile, variant.settings(), JAVA_OPTIONS);
    try {
      String statements = feed.pipeline().statements(feed.topics(), output);
      String group = server.group(server.statements().run(statements));
      return new Contestant(variant.label(), server.process(), progress(feed, output, group));
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private Contestant program(String label, String name, Feed feed, String output) {
    ProgramProcess program = new ProgramProcess(name, 1, feed.topics(), output, JAVA_OPTIONS);
    Progress progress =
        ProgramMain.isLoop(name)
            ? Progress.ofOutput(() -> kafka.size(output), row -> true, feed)
            : progress(feed, output, program.group());
    return new Contestant(label, program.start(launcher, broker, profile), progress);
  }

  private Progress progress(Feed feed, String output, String group) {
    return feed.pipeline()
        .outputs()
        .map(givesRow -> Progress.ofOutput(() -> kafka.size(output), givesRow, feed))
        .orElseGet(() -> Progress.ofCommits(() -> kafka.committed(group, feed.topics()), feed));
  }
}
