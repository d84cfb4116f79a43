package io.confluent.ksql.embedded;

import io.confluent.ksql.rest.client.KsqlClient;
import io.confluent.ksql.rest.client.RowStream;
import io.confluent.ksql.rest.wire.KsqlRequest;
import io.confluent.ksql.rest.wire.QueriesList;
import io.confluent.ksql.rest.wire.QueryStreamRequest;
import io.confluent.ksql.rest.wire.RunningQuery;
import io.confluent.ksql.rest.wire.StreamedRow;
import io.confluent.ksql.util.KsqlException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Heartbeats come, from Kafka or from devices; their scores and the alerts are shown. */
final class HeartbeatScene implements DemoScene {
  private static final String INPUT_TOPIC = "HealthSensorInputTopic";
  private static final String SCORED = "ANOMALYDETECTION";
  private static final String ALERTS = "ANOMALYDETECTIONBREACH";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final DemoScreen screen;
  private final Sender sender;
  private final double rate;
  private final int mqttPort;
  private final DemoTally tally = new DemoTally();
  private final Programs programs = Programs.ofUser();
  private final MqttDevices devices;

  /** Who sends the beats. */
  enum Sender {
    PRODUCER,
    DEVICES
  }

  /**
   * @param rate how many beats come a second
   * @param mqttPort where devices connect to
   */
  HeartbeatScene(DemoScreen screen, Sender sender, double rate, int mqttPort) {
    this.screen = screen;
    this.sender = sender;
    this.rate = rate;
    this.mqttPort = mqttPort;
    this.devices = new MqttDevices(programs, mqttPort);
  }

  private boolean hasDevices() {
    return sender == Sender.DEVICES;
  }

  @Override
  public Optional<String> missing() {
    return hasDevices() ? MqttDevices.missing(programs) : Optional.empty();
  }

  @Override
  public Map<String, String> settings() {
    return hasDevices() ? MqttDevices.settings(INPUT_TOPIC) : Map.of();
  }

  @Override
  public void begin(Path data) {}

  @Override
  public void perform(EmbeddedServer server, KsqlClient client) throws InterruptedException {
    try (DemoKafka kafka = new DemoKafka(server.bootstrapServers())) {
      new DemoScript("heartbeats.sql", screen).run(client, Map.of());
      if (hasDevices()) {
        screen.line("MQTT on 127.0.0.1:" + mqttPort);
        new DemoScript("heartbeats-mqtt.sql", screen).run(client, Map.of());
        devices.subscribe(this::deviceAlert);
      }
      play(client, kafka);
    }
  }

  private void deviceAlert(String message) {
    screen.line("  mosquitto_sub: " + message);
    tally.deviceAlert();
  }

  private void play(KsqlClient client, DemoKafka kafka) throws InterruptedException {
    screen.heading();
    try (RowStream scores = follow(client, SCORED);
        RowStream alerts = follow(client, ALERTS)) {
      consume("demo-scores", scores, this::scored);
      consume("demo-alerts", alerts, this::alert);
      Path messages = EmbeddedOptions.home().resolve("test-data").resolve("ecg_discord_test.msgs");
      int sent =
          hasDevices()
              ? devices.publish(messages, rate)
              : kafka.replay(messages, INPUT_TOPIC, rate);
      if (!tally.awaitMessages(sent, PATIENCE)) {
        throw new KsqlException("Not every beat was scored in " + PATIENCE.toSeconds() + " s.");
      }
      if (!kafka.awaitRead(alertGroup(client), SCORED, PATIENCE)
          || !tally.awaitAlerts(kafka.size(ALERTS), PATIENCE)) {
        throw new KsqlException("The alerts did not come in " + PATIENCE.toSeconds() + " s.");
      }
      if (hasDevices() && !tally.awaitDeviceAlerts(kafka.size(ALERTS), PATIENCE)) {
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
    if (hasDevices()) {
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

  @Override
  public String invitation(EmbeddedServer server) {
    String text = Invitation.text(server, INPUT_TOPIC);
    return hasDevices() ? text + '\n' + Invitation.devices(mqttPort) : text;
  }

  @Override
  public void close() {
    devices.close();
  }
}
