package io.confluent.ksql.benchmarks.latency;

import io.confluent.ksql.benchmarks.data.Beats;
import io.confluent.ksql.benchmarks.figure.Comparison;
import io.confluent.ksql.benchmarks.figure.Figures;
import io.confluent.ksql.benchmarks.latency.SteadyProducer.Pace;
import io.confluent.ksql.benchmarks.pipeline.Kafka;
import io.confluent.ksql.benchmarks.process.Broker;
import io.confluent.ksql.benchmarks.process.Launcher;
import io.confluent.ksql.benchmarks.process.ProgramProcess;
import io.confluent.ksql.benchmarks.process.RunningProcess;
import io.confluent.ksql.benchmarks.process.Server;
import io.confluent.ksql.benchmarks.program.Profile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How long a row takes from its producer to its reader, both in this process. Rows come at a steady
 * rate. Those before them, many a second so that Java compiles what they run through, do not count,
 * nor those of five seconds at the steady rate.
 */
public final class LatencyBenchmark {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Much of what a row runs through is called once for each request, which is seldom. */
  private static final int WARM_UPS = 2;

  private static final int WARM_PER_SECOND = 5_000;
  private static final int SETTLE_SECONDS = 5;
  private static final String STREAM =
      "CREATE STREAM s (eventid INTEGER, sensorinput VARCHAR)"
          + " WITH (kafka_topic='%s', value_format='DELIMITED');";
  private static final String SCORES =
      "CREATE STREAM o WITH (kafka_topic='%s') AS"
          + " SELECT eventid, ANOMALY(sensorinput) AS anomaly FROM s;";

  private final Launcher launcher;
  private final Broker broker;
  private final Kafka kafka;
  private final int warmSeconds;
  private final int seconds;

  /**
   * @param warmSeconds how long rows come before they count
   * @param seconds how long they come after that
   */
  public LatencyBenchmark(
      Launcher launcher, Broker broker, Kafka kafka, int warmSeconds, int seconds) {
    this.launcher = launcher;
    this.broker = broker;
    this.kafka = kafka;
    this.warmSeconds = warmSeconds;
    this.seconds = seconds;
  }

  /** Produce, score with a statement, read what it wrote; against a program with its kernel. */
  public List<Comparison> query(String name, int perSecond, Profile profile, int runs) {
    Percentiles ours = new Percentiles();
    Percentiles theirs = new Percentiles();
    warmUpBroker(perSecond);
    for (int run = 0; run < runs; run++) {
      ours.add(ofQuery(perSecond, profile));
      theirs.add(ofProgram(perSecond, profile));
    }
    return ours.against("same kernel", theirs, name);
  }

  /** Produce, read with a push query; against a plain consumer of the topic. */
  public List<Comparison> push(String name, int perSecond, Profile profile, int runs) {
    Percentiles ours = new Percentiles();
    Percentiles theirs = new Percentiles();
    warmUpBroker(perSecond);
    for (int run = 0; run < runs; run++) {
      ours.add(ofPushQuery(perSecond, profile));
      theirs.add(ofConsumer(perSecond));
    }
    return ours.against("consumer", theirs, name);
  }

  /** Whatever is measured first would else have a broker that is not warm. */
  private void warmUpBroker(int perSecond) {
    ofConsumer(perSecond);
  }

  private List<Double> ofQuery(int perSecond, Profile profile) {
    String input = topic();
    String output = input + "-scores";
    try (Server server = Server.start(launcher, broker, profile)) {
      server.statements().run(STREAM.formatted(input) + SCORES.formatted(output));
      return measured(input, perSecond, new TopicRows(broker.address(), output));
    } finally {
      kafka.delete(List.of(input, output));
    }
  }

  private List<Double> ofProgram(int perSecond, Profile profile) {
    String input = topic();
    String output = input + "-scores";
    kafka.create(output);
    ProgramProcess program = ProgramProcess.of("anomaly-scores", List.of(input), output);
    try (RunningProcess process = program.start(launcher, broker, profile)) {
      List<Double> millis = measured(input, perSecond, new TopicRows(broker.address(), output));
      process.requireAlive();
      return millis;
    } finally {
      kafka.delete(List.of(input, output));
    }
  }

  private List<Double> ofPushQuery(int perSecond, Profile profile) {
    String input = topic();
    try (Server server = Server.start(launcher, broker, profile)) {
      server.statements().run(STREAM.formatted(input));
      String select = "SELECT eventid FROM s EMIT CHANGES;";
      return measured(input, perSecond, new PushedRows(server.statements().server(), select));
    } finally {
      kafka.delete(List.of(input));
    }
  }

  private List<Double> ofConsumer(int perSecond) {
    String input = topic();
    try {
      return measured(input, perSecond, new TopicRows(broker.address(), input));
    } finally {
      kafka.delete(List.of(input));
    }
  }

  private String topic() {
    String topic = kafka.unused("latency");
    kafka.create(topic);
    return topic;
  }

  /** Milliseconds of every row that counts. Rows come once one has gone all the way. */
  private List<Double> measured(String input, int perSecond, RowSource source) {
    int warmRows = WARM_UPS * warmSeconds * WARM_PER_SECOND;
    Pace warmUp = new Pace(warmRows, WARM_PER_SECOND);
    Pace pace = new Pace((SETTLE_SECONDS + seconds) * perSecond, perSecond);
    int all = warmUp.count() + pace.count();
    int warm = all - seconds * perSecond;
    List<Double> millis = new ArrayList<>(all - warm);
    try (source;
        SteadyProducer producer =
            new SteadyProducer(broker.address(), input, new Beats(), warmUp, pace)) {
      long until =
          System.nanoTime()
              + PATIENCE.plusSeconds(WARM_UPS * warmSeconds + SETTLE_SECONDS + seconds).toNanos();
      producer.sendAhead();
      boolean reads = false;
      while (millis.size() < all - warm && System.nanoTime() < until) {
        int[] numbers = source.next();
        long now = System.nanoTime();
        if (!reads && numbers.length > 0) {
          reads = true;
          producer.start();
        }
        for (int number : numbers) {
          if (number >= warm && number < all) {
            millis.add((now - producer.sentAt(number)) / 1e6);
          }
        }
      }
    }
    if (millis.size() < all - warm) {
      throw new IllegalStateException(
          "%d rows of %d have arrived".formatted(millis.size(), all - warm));
    }
    return millis;
  }

  /** What a reader would notice: how it is usually, and how it is at worst. */
  private static final class Percentiles {
    private final List<Double> medians = new ArrayList<>();
    private final List<Double> tails = new ArrayList<>();

    void add(List<Double> millis) {
      medians.add(Figures.percentile(millis, 50));
      tails.add(Figures.percentile(millis, 99));
    }

    List<Comparison> against(String baseline, Percentiles theirs, String name) {
      return List.of(
          Comparison.of(name + "-p50", "ms", medians, baseline, theirs.medians),
          Comparison.of(name + "-p99", "ms", tails, baseline, theirs.tails));
    }
  }
}
