package io.confluent.ksql.benchmarks.pipeline;

import io.confluent.ksql.benchmarks.figure.Comparison;
import io.confluent.ksql.benchmarks.figure.Series;
import io.confluent.ksql.benchmarks.pipeline.Window.Cost;
import io.confluent.ksql.benchmarks.pipeline.Window.Sample;
import io.confluent.ksql.benchmarks.process.Broker;
import io.confluent.ksql.benchmarks.process.Launcher;
import io.confluent.ksql.benchmarks.process.ProgramProcess;
import io.confluent.ksql.benchmarks.process.RunningProcess;
import io.confluent.ksql.benchmarks.process.Server;
import io.confluent.ksql.benchmarks.program.Profile;
import io.confluent.ksql.benchmarks.program.ProgramMain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

/**
 * Runs cases of whole pipelines. Topics are filled first; then, in each run, a new server and after
 * it a new process for each program read the same rows. What counts is the computing time of the
 * process for a row once it is warm, in each third of the time that is measured.
 */
public final class PipelineBenchmark {
  /** How many figures a process gives. */
  private static final int STRETCHES = 3;

  private static final int PAUSE_MILLIS = 20;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Launcher launcher;
  private final Broker broker;
  private final Kafka kafka;
  private final Profile profile;
  private final Duration warm;
  private final Duration counted;
  private Optional<String> largeRows = Optional.empty();

  /**
   * With servers and programs that have these settings.
   *
   * @param warm how long a process gets rows before they count
   * @param counted how long they count
   */
  public PipelineBenchmark(
      Launcher launcher,
      Broker broker,
      Kafka kafka,
      Profile profile,
      Duration warm,
      Duration counted) {
    this.launcher = launcher;
    this.broker = broker;
    this.kafka = kafka;
    this.profile = profile;
    this.warm = warm;
    this.counted = counted;
  }

  /** Runs one case. */
  public Comparison run(Pipeline pipeline, int runs) {
    long rows = pipeline.rowsPerSecond() * warm.plus(counted).toSeconds();
    List<Input> inputs = pipeline.inputs().apply(broker.schemas());
    List<String> topics = new ArrayList<>();
    long all = 0;
    for (int i = 0; i < inputs.size(); i++) {
      String topic = kafka.unused(pipeline.name() + "-in");
      long count = inputs.get(i).count(rows);
      kafka.fill(topic, inputs.get(i).rows(), count);
      topics.add(topic);
      all += count;
    }
    Measured measured = new Measured(pipeline, topics, pipeline.outputs().isEmpty() ? all : rows);
    Series ours = Series.NONE;
    Map<String, Series> theirs = new LinkedHashMap<>();
    for (int run = 0; run < runs; run++) {
      ours = and(ours, ours(measured));
      for (Map.Entry<String, String> program : pipeline.programs().entrySet()) {
        List<Cost> costs =
            program.getKey().equals(Pipelines.LARGE_LOOP)
                ? largeLoop()
                : program(measured, program.getValue());
        theirs.put(
            program.getKey(), and(theirs.getOrDefault(program.getKey(), Series.NONE), costs));
      }
    }
    kafka.delete(topics);
    return new Comparison(pipeline.name(), "us of CPU a row", ours, theirs);
  }

  private record Measured(Pipeline pipeline, List<String> topics, long rows) {}

  private static Series and(Series series, List<Cost> costs) {
    Series all = series;
    for (Cost cost : costs) {
      all = all.and(cost.microsARow(), cost.rowsPerSecond());
    }
    return all;
  }

  /** The loop with the rows that {@code copy-delimited-1024} has, which are filled in once. */
  private List<Cost> largeLoop() {
    Pipeline pipeline = Pipelines.largeCopy();
    long rows = pipeline.rowsPerSecond() * warm.plus(counted).toSeconds();
    if (largeRows.isEmpty()) {
      String topic = kafka.unused("large");
      kafka.fill(topic, pipeline.inputs().apply(broker.schemas()).get(0).rows(), rows);
      largeRows = Optional.of(topic);
    }
    return program(new Measured(pipeline, List.of(largeRows.get()), rows), ProgramMain.LOOP);
  }

  private List<Cost> ours(Measured measured) {
    String output = kafka.unused(measured.pipeline().name() + "-out");
    kafka.create(output);
    try (Server server = Server.start(launcher, broker, profile)) {
      String query =
          server.statements().run(measured.pipeline().statements(measured.topics(), output));
      return watch(
          measured.rows(), server.process(), progress(measured, output, server.group(query)));
    } finally {
      kafka.delete(List.of(output));
    }
  }

  private List<Cost> program(Measured measured, String name) {
    String output = kafka.unused(measured.pipeline().name() + "-out");
    kafka.create(output);
    ProgramProcess program = ProgramProcess.of(name, measured.topics(), output);
    try (RunningProcess process = program.start(launcher, broker, profile)) {
      LongSupplier progress =
          name.equals(ProgramMain.LOOP)
              ? () -> kafka.size(output)
              : progress(measured, output, program.group());
      return watch(measured.rows(), process, progress);
    } finally {
      kafka.delete(List.of(output));
    }
  }

  /** How many rows have been read, seen from outside. */
  private LongSupplier progress(Measured measured, String output, String group) {
    if (measured.pipeline().outputs().isEmpty()) {
      return () -> kafka.committed(group, measured.topics());
    }
    LongPredicate givesRow = measured.pipeline().outputs().get();
    long rows = measured.rows();
    double expected = LongStream.range(0, rows).filter(givesRow).count();
    return () -> (long) Math.floor(kafka.size(output) / expected * rows);
  }

  private List<Cost> watch(long rows, RunningProcess process, LongSupplier progress) {
    Window window = new Window();
    long until = System.nanoTime() + PATIENCE.toNanos();
    Duration end = warm.plus(counted);
    while (window.rows() < rows
        && window.age(System.nanoTime()).compareTo(end) < 0
        && System.nanoTime() < until) {
      long computed = process.computingTime().toNanos();
      window.add(new Sample(System.nanoTime(), computed, progress.getAsLong()));
      process.requireAlive();
      pause();
    }
    return window.costs(warm, rows, STRETCHES);
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
