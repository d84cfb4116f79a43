package io.confluent.ksql.benchmarks.latency;

import io.confluent.ksql.benchmarks.data.Readings;
import io.confluent.ksql.benchmarks.figure.Comparison;
import io.confluent.ksql.benchmarks.figure.Figures;
import io.confluent.ksql.benchmarks.pipeline.Kafka;
import io.confluent.ksql.benchmarks.process.Broker;
import io.confluent.ksql.benchmarks.process.Launcher;
import io.confluent.ksql.benchmarks.process.Pause;
import io.confluent.ksql.benchmarks.process.ProgramProcess;
import io.confluent.ksql.benchmarks.process.RunningProcess;
import io.confluent.ksql.benchmarks.process.Server;
import io.confluent.ksql.benchmarks.program.Profile;
import io.confluent.ksql.benchmarks.program.ProgramMain;
import io.confluent.ksql.net.LoopbackPort;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * How long an answer takes to a question for the row of a key, asked over HTTP by one client on one
 * connection; against a program that answers from its store with Java's own HTTP server.
 */
public final class PullBenchmark {
  private static final int ROWS = 100_000;
  private static final int WARM = 10_000;
  private static final int ASKED = 10_000;

  /** Or Java's HTTP server holds the body of an answer back for 40 ms. */
  private static final String AT_ONCE = "-Dsun.net.httpserver.nodelay=true";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Launcher launcher;
  private final Broker broker;
  private final Kafka kafka;

  /** On topics of a broker. */
  public PullBenchmark(Launcher launcher, Broker broker, Kafka kafka) {
    this.launcher = launcher;
    this.broker = broker;
    this.kafka = kafka;
  }

  /** Median and tail. */
  public List<Comparison> run(Profile profile, int runs) {
    List<List<Double>> ours = new ArrayList<>();
    List<List<Double>> theirs = new ArrayList<>();
    kafka.fill("pull-in", Readings.keyedJson(200), ROWS);
    for (int run = 0; run < runs; run++) {
      ours.add(ofServer(profile, kafka.unused("pull-out")));
      theirs.add(ofProgram(profile, kafka.unused("pull-store")));
    }
    kafka.delete(List.of("pull-in"));
    return List.of(comparison("p50", 50, ours, theirs), comparison("p99", 99, ours, theirs));
  }

  private static Comparison comparison(
      String name, double percent, List<List<Double>> ours, List<List<Double>> theirs) {
    return Comparison.of(
        "pull-by-key-" + name,
        "ms",
        ours.stream().map(millis -> Figures.percentile(millis, percent)).toList(),
        "store over HTTP",
        theirs.stream().map(millis -> Figures.percentile(millis, percent)).toList());
  }

  private List<Double> ofServer(Profile profile, String output) {
    try (Server server = Server.start(launcher, broker, profile)) {
      String query =
          server
              .statements()
              .run(
                  "CREATE STREAM s (name VARCHAR KEY, id BIGINT, amount DOUBLE)"
                      + " WITH (kafka_topic='pull-in', value_format='JSON');"
                      + "CREATE TABLE o WITH (kafka_topic='"
                      + output
                      + "') AS SELECT name, COUNT(*) AS n, SUM(amount) AS total FROM s"
                      + " GROUP BY name;");
      awaitAll(server.group(query), server.process());
      return asked(
          server.statements().server(),
          "POST /query-stream",
          key -> "{\"sql\":\"SELECT * FROM o WHERE name = 'sensor-" + key + "';\"}");
    } finally {
      kafka.delete(List.of(output));
    }
  }

  private List<Double> ofProgram(Profile profile, String output) {
    kafka.create(output);
    int port = LoopbackPort.free();
    String option = "-D" + ProgramMain.STORE_PORT + "=" + port + " " + AT_ONCE;
    ProgramProcess program = new ProgramProcess("count", 1, List.of("pull-in"), output, option);
    try (RunningProcess process = program.start(launcher, broker, profile)) {
      awaitAll(program.group(), process);
      return asked(URI.create("http://127.0.0.1:" + port), "GET /sensor-7", key -> "");
    } finally {
      kafka.delete(List.of(output));
    }
  }

  private void awaitAll(String group, RunningProcess process) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (kafka.committed(group, List.of("pull-in")) < ROWS) {
      process.requireAlive();
      if (System.nanoTime() > until) {
        throw new IllegalStateException("The rows are not read:\n" + process.output());
      }
      Pause.millis(100);
    }
  }

  private static List<Double> asked(URI server, String request, IntFunction<String> body) {
    List<Double> millis = new ArrayList<>(ASKED);
    try (PlainHttp http = new PlainHttp(server)) {
      for (int i = 0; i < WARM + ASKED; i++) {
        long start = System.nanoTime();
        http.send(request, body.apply(i % Readings.SENSORS));
        String answer = http.answer();
        if (i >= WARM) {
          millis.add((System.nanoTime() - start) / 1e6);
        }
        if (!answer.contains("sensor-")) {
          throw new IllegalStateException(answer);
        }
      }
    }
    return millis;
  }
}
