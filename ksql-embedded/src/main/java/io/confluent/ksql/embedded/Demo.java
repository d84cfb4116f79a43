package io.confluent.ksql.embedded;

import io.confluent.ksql.rest.client.ClientOptions;
import io.confluent.ksql.rest.client.KsqlClient;
import io.confluent.ksql.rest.client.RowStream;
import io.confluent.ksql.rest.wire.CommandResult;
import io.confluent.ksql.rest.wire.Entity;
import io.confluent.ksql.rest.wire.KsqlRequest;
import io.confluent.ksql.rest.wire.QueriesList;
import io.confluent.ksql.rest.wire.QueryStreamRequest;
import io.confluent.ksql.rest.wire.RunningQuery;
import io.confluent.ksql.rest.wire.StreamedRow;
import io.confluent.ksql.util.KsqlException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Utils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code bin/ksql-demo}: starts everything in one process, runs the demo's statements, replays
 * heartbeats, and shows their scores and the alerts as they come.
 */
@Command(
    name = "ksql-demo",
    description =
        "Starts Kafka, a schema registry and the server in one process, replays heartbeats and"
            + " shows their scores and the alerts. Then it stays up to be played with.")
public final class Demo implements Callable<Integer> {
  private static final String INPUT_TOPIC = "HealthSensorInputTopic";
  private static final String SCORED = "ANOMALYDETECTION";
  private static final String ALERTS = "ANOMALYDETECTIONBREACH";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Mixin private EmbeddedOptions options;

  @Option(
      names = "--once",
      description = "End when every beat is scored, and leave nothing behind.")
  private boolean once;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many beats to replay a second (default: ${DEFAULT-VALUE}).")
  private double rate;

  @Option(
      names = "--mqtt",
      description =
          "Let devices send the beats and have the alerts: mosquitto_pub and mosquitto_sub, which"
              + " must be installed.")
  private boolean mqtt;

  private final DemoTally tally = new DemoTally();
  private final DemoScreen screen = new DemoScreen(System.out, System.console() != null);
  private final CountDownLatch interrupted = new CountDownLatch(1);
  private final Performance performance = new Performance();

  private Demo() {}

  /** Runs the demo. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Demo()).execute(args));
  }

  @Override
  public Integer call() {
    if (!(rate > 0)) {
      System.err.println("--rate must be more than 0.");
      return 1;
    }
    Optional<String> missing =
        mqtt ? MqttDevices.missing(System.getenv().getOrDefault("PATH", "")) : Optional.empty();
    if (missing.isPresent()) {
      System.err.println(missing.get());
      return 1;
    }
    Path data = options.dataDirectory().orElseGet(Demo::temporaryDirectory);
    CountDownLatch closed = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  interrupted.countDown();
                  performance.cutShort();
                  awaitQuietly(closed);
                },
                "demo-shutdown"));
    try {
      run(data);
      return 0;
    } catch (RuntimeException e) {
      if (interrupted.getCount() == 0) {
        return 1;
      }
      System.err.println(Failures.line(e));
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    } finally {
      if (options.dataDirectory().isEmpty()) {
        delete(data);
      }
      closed.countDown();
    }
  }

  private void run(Path data) throws InterruptedException {
    screen.line("Starting Kafka, the schema registry and the server ...");
    Map<String, String> settings = mqtt ? MqttDevices.settings(INPUT_TOPIC) : Map.of();
    try (EmbeddedServer server = EmbeddedServer.start(options.ports(), data, settings);
        DemoKafka kafka = new DemoKafka(server.bootstrapServers());
        MqttDevices devices = new MqttDevices(options.ports().port(PortPlan.Service.MQTT))) {
      screen.line(
          "Kafka on %s, schema registry on %s, server on %s"
              .formatted(server.bootstrapServers(), server.registry(), server.url()));
      if (mqtt) {
        screen.line("MQTT on 127.0.0.1:" + options.ports().port(PortPlan.Service.MQTT));
      }
      KsqlClient client = new KsqlClient(ClientOptions.of(server.url()));
      performance.run(() -> perform(client, kafka, devices));
      if (!once) {
        screen.line(Invitation.text(server, INPUT_TOPIC));
        if (mqtt) {
          screen.line(Invitation.devices(options.ports().port(PortPlan.Service.MQTT)));
        }
        interrupted.await();
      }
    }
  }

  private void perform(KsqlClient client, DemoKafka kafka, MqttDevices devices)
      throws InterruptedException {
    runScript(client, "heartbeats.sql");
    if (mqtt) {
      runScript(client, "heartbeats-mqtt.sql");
      devices.subscribe(this::deviceAlert);
    }
    play(client, kafka, devices);
  }

  private void deviceAlert(String message) {
    screen.line("  mosquitto_sub: " + message);
    tally.deviceAlert();
  }

  private void runScript(KsqlClient client, String name) {
    Path file = EmbeddedOptions.home().resolve("test-data").resolve(name);
    screen.line("Running " + file.getFileName() + ":");
    for (Entity entity : client.ksql(KsqlRequest.of(read(file)))) {
      if (entity instanceof CommandResult result) {
        screen.line("  " + result.commandStatus().message());
      }
    }
  }

  private void play(KsqlClient client, DemoKafka kafka, MqttDevices devices)
      throws InterruptedException {
    screen.heading();
    try (RowStream scores = follow(client, SCORED);
        RowStream alerts = follow(client, ALERTS)) {
      consume("demo-scores", scores, this::scored);
      consume("demo-alerts", alerts, this::alert);
      Path messages = EmbeddedOptions.home().resolve("test-data").resolve("ecg_discord_test.msgs");
      int sent = mqtt ? devices.publish(messages, rate) : kafka.replay(messages, INPUT_TOPIC, rate);
      if (!tally.awaitMessages(sent, PATIENCE)) {
        throw new KsqlException("Not every beat was scored in " + PATIENCE.toSeconds() + " s.");
      }
      if (!kafka.awaitRead(alertGroup(client), SCORED, PATIENCE)
          || !tally.awaitAlerts(kafka.size(ALERTS), PATIENCE)) {
        throw new KsqlException("The alerts did not come in " + PATIENCE.toSeconds() + " s.");
      }
      if (mqtt && !tally.awaitDeviceAlerts(kafka.size(ALERTS), PATIENCE)) {
        throw new KsqlException("The devices had no alerts in " + PATIENCE.toSeconds() + " s.");
      }
    }
    List<String> notScorable = tally.notScorableIds();
    screen.line("");
    if (!notScorable.isEmpty()) {
      screen.line(
          "not scorable: %d (%s); the processing log says why"
              .formatted(notScorable.size(), String.join(", ", notScorable)));
    }
    if (mqtt) {
      screen.line("mqtt: %d alerts came back to devices".formatted(tally.deviceAlertCount()));
    }
    screen.line(
        "demo: %d scored, %d alerts, %d not scorable"
            .formatted(tally.scoredCount(), tally.alertCount(), notScorable.size()));
  }

  private static RowStream follow(KsqlClient client, String stream) {
    return client.queryStream(
        new QueryStreamRequest(
            "SELECT eventid, anomaly FROM " + stream + " EMIT CHANGES;",
            Map.of("auto.offset.reset", "earliest"),
            Map.of(),
            Map.of()));
  }

  private void consume(String name, RowStream rows, Consumer<List<Object>> consumer) {
    Thread thread =
        new Thread(
            () -> {
              try {
                rows.forEach(
                    row -> row.row().flatMap(StreamedRow.Row::columns).ifPresent(consumer));
              } catch (RuntimeException e) {
                tally.failed(e);
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }

  private void scored(List<Object> row) {
    String id = String.valueOf(row.get(0));
    if (row.get(1) instanceof Number score) {
      screen.scored(id, score.doubleValue());
      tally.scored();
    } else {
      screen.notScorable(id);
      tally.notScorable(id);
    }
  }

  private void alert(List<Object> row) {
    screen.alert(String.valueOf(row.get(0)), ((Number) row.get(1)).doubleValue());
    tally.alert();
  }

  /** The consumer group of the query that writes the alerts. */
  private static String alertGroup(KsqlClient client) {
    Optional<String> id =
        client.ksql(KsqlRequest.of("SHOW QUERIES;")).stream()
            .filter(entity -> entity instanceof QueriesList)
            .flatMap(entity -> ((QueriesList) entity).queries().stream())
            .filter(query -> query.sinks().contains(ALERTS))
            .map(RunningQuery::id)
            .findFirst();
    return "_confluent-ksql-"
        + client.info().ksqlServiceId()
        + "query_"
        + id.orElseThrow(() -> new KsqlException("No query writes " + ALERTS + "."));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new KsqlException("The demo's script cannot be read: " + file, e);
    }
  }

  private static Path temporaryDirectory() {
    try {
      return Files.createTempDirectory("ksql-demo");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path directory) {
    try {
      Utils.delete(directory.toFile());
    } catch (IOException e) {
      System.err.println("Not all of " + directory + " could be removed: " + e.getMessage());
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
