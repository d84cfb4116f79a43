package io.confluent.ksql.benchmarks.latency;

import io.confluent.ksql.benchmarks.figure.Comparison;
import io.confluent.ksql.benchmarks.pipeline.Kafka;
import io.confluent.ksql.benchmarks.process.Broker;
import io.confluent.ksql.benchmarks.process.Launcher;
import io.confluent.ksql.benchmarks.process.Pause;
import io.confluent.ksql.benchmarks.process.ProgramProcess;
import io.confluent.ksql.benchmarks.process.RunningProcess;
import io.confluent.ksql.benchmarks.process.Server;
import io.confluent.ksql.benchmarks.program.Profile;
import io.confluent.ksql.benchmarks.program.ProgramMain;
import java.util.ArrayList;
import java.util.List;

/**
 * How long a server takes to its first answer, and what a query costs that does nothing; against
 * programs that copy a topic, and have no server.
 */
public final class ProcessBenchmark {
  private static final String STREAM =
      "CREATE STREAM s (id BIGINT, note VARCHAR) WITH (kafka_topic='idle', value_format='JSON');";
  private static final String PROGRAM = "copy-json";
  private static final int QUERIES = 10;
  private static final int REST_MILLIS = 5_000;

  private final Launcher launcher;
  private final Broker broker;
  private final Kafka kafka;
  private final Profile profile;

  /** On topics of a broker. */
  public ProcessBenchmark(Launcher launcher, Broker broker, Kafka kafka, Profile profile) {
    this.launcher = launcher;
    this.broker = broker;
    this.kafka = kafka;
    this.profile = profile;
  }

  /** Time by the clock, and computing time. */
  public List<Comparison> starts(int runs) {
    List<Double> ours = new ArrayList<>();
    List<Double> oursComputed = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    List<Double> theirsComputed = new ArrayList<>();
    kafka.create("idle");
    for (int run = 0; run < runs; run++) {
      long start = System.nanoTime();
      try (Server server = Server.start(launcher, broker, profile)) {
        ours.add(millisSince(start));
        oursComputed.add(server.process().computingTime().toNanos() / 1e6);
      }
      start = System.nanoTime();
      try (RunningProcess process = program(1)) {
        theirs.add(millisSince(start));
        theirsComputed.add(process.computingTime().toNanos() / 1e6);
      }
    }
    kafka.delete(List.of("idle"));
    return List.of(
        Comparison.of("start", "ms to the first answer", ours, "Kafka Streams runs", theirs),
        Comparison.of(
            "start-cpu", "ms of CPU", oursComputed, "Kafka Streams runs", theirsComputed));
  }

  /** Memory of a process with a query, and with ten more. */
  public Comparison memory(int runs) {
    List<Double> ours = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    kafka.create("idle");
    for (int run = 0; run < runs; run++) {
      try (Server server = Server.start(launcher, broker, profile)) {
        server.statements().run(STREAM + "CREATE STREAM o AS SELECT * FROM s;");
        double one = restingMegabytes(server.process());
        for (int i = 0; i < QUERIES; i++) {
          server.statements().run("CREATE STREAM o" + i + " AS SELECT * FROM s;");
        }
        ours.add((restingMegabytes(server.process()) - one) / QUERIES);
      }
      theirs.add((megabytesOfPrograms(1 + QUERIES) - megabytesOfPrograms(1)) / QUERIES);
    }
    kafka.delete(List.of("idle"));
    return Comparison.of("idle-query", "MB resident", ours, "Kafka Streams", theirs);
  }

  private double megabytesOfPrograms(int copies) {
    try (RunningProcess process = program(copies)) {
      return restingMegabytes(process);
    }
  }

  private RunningProcess program(int copies) {
    String output = kafka.unused("idle-out");
    kafka.create(output);
    RunningProcess process =
        new ProgramProcess(PROGRAM, copies, List.of("idle"), output, "")
            .start(launcher, broker, profile);
    while (!process.output().contains(ProgramMain.RUNNING)) {
      process.requireAlive();
      Pause.millis(20);
    }
    return process;
  }

  private static double restingMegabytes(RunningProcess process) {
    Pause.millis(REST_MILLIS);
    return process.residentKilobytes() / 1024.0;
  }

  private static double millisSince(long start) {
    return (System.nanoTime() - start) / 1e6;
  }
}
