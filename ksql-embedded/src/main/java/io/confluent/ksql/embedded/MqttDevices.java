package io.confluent.ksql.embedded;

import io.confluent.ksql.mqtt.MqttSettings;
import io.confluent.ksql.util.KsqlException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The demo's devices: {@code mosquitto_pub} sends the beats, {@code mosquitto_sub} has the alerts.
 */
final class MqttDevices implements AutoCloseable {
  static final String BEATS = "heartbeats/ward-7";
  static final String ALERTS = "alerts/heartbeat";

  /** A message on it shows that alerts would come. */
  private static final String READY = "alerts/ready";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final int port;
  private final Programs programs;

  /**
   * @param port of 127.0.0.1, where the MQTT listener is
   */
  MqttDevices(Programs programs, int port) {
    this.programs = programs;
    this.port = port;
  }

  /** What a server needs for them. */
  static Map<String, String> settings(String kafkaTopic) {
    return Map.of(
        MqttSettings.ENABLED.name(),
        "true",
        MqttSettings.TOPIC_REGEX_LIST.name(),
        kafkaTopic + ":heartbeats/.*, mqtt-ready:" + READY,
        MqttSettings.SUBSCRIBE_TOPICS.name(),
        "heart-alerts:" + ALERTS);
  }

  /** What a person must do before they can come; nothing if all is there. */
  static Optional<String> missing(Programs programs) {
    List<String> missing = programs.missing("mosquitto_pub", "mosquitto_sub");
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "The demo with MQTT needs %s: %s"
                .formatted(
                    String.join(" and ", missing),
                    Programs.install("mosquitto-clients", "mosquitto")));
  }

  /** Subscribes to the alerts, and returns when they would come. */
  void subscribe(Consumer<String> alerts) throws InterruptedException {
    Process subscriber = start("mosquitto_sub", "-q", "1", "-t", "alerts/#", "-F", "%t %p");
    CountDownLatch ready = new CountDownLatch(1);
    Programs.follow(
        subscriber,
        "demo-mosquitto-sub",
        line -> {
          if (line.startsWith(ALERTS + " ")) {
            alerts.accept(line.substring(ALERTS.length() + 1));
          } else {
            ready.countDown();
          }
        });
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!ready.await(500, TimeUnit.MILLISECONDS)) {
      if (System.nanoTime() > end || !subscriber.isAlive()) {
        throw new KsqlException("mosquitto_sub could not subscribe to alerts/#.");
      }
      Programs.finish(
          "mosquitto_pub", start("mosquitto_pub", "-q", "1", "-t", READY, "-m", "ready"));
    }
  }

  /**
   * Publishes the lines of a file at QoS 1, one after another, and returns when all are stored.
   *
   * @param perSecond how many a second
   * @return how many
   */
  int publish(Path file, double perSecond) throws InterruptedException {
    Process publisher = start("mosquitto_pub", "-q", "1", "-t", BEATS, "-l");
    int sent = 0;
    try (Writer lines = publisher.outputWriter(StandardCharsets.UTF_8)) {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        if (!line.isEmpty()) {
          lines.write(line + "\n");
          lines.flush();
          sent++;
          Thread.sleep(Math.round(1000 / perSecond));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Programs.finish("mosquitto_pub", publisher);
    return sent;
  }

  private Process start(String command, String... arguments) {
    List<String> line = new ArrayList<>(List.of("-h", "127.0.0.1", "-p", "" + port));
    line.addAll(List.of(arguments));
    return programs.start(command, line);
  }

  @Override
  public void close() {
    programs.close();
  }
}
