package io.confluent.ksql.embedded;

import io.confluent.ksql.mqtt.MqttSettings;
import io.confluent.ksql.util.KsqlException;
import java.io.BufferedReader;
import java.io.File;
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
import java.util.stream.Stream;

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
  private final List<Process> started = new ArrayList<>();

  /**
   * @param port of 127.0.0.1, where the MQTT listener is
   */
  MqttDevices(int port) {
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
  static Optional<String> missing(String path) {
    List<String> missing =
        Stream.of("mosquitto_pub", "mosquitto_sub")
            .filter(
                command ->
                    Stream.of(path.split(File.pathSeparator))
                        .noneMatch(directory -> new File(directory, command).canExecute()))
            .toList();
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    boolean mac = System.getProperty("os.name", "").startsWith("Mac");
    return Optional.of(
        "The demo with MQTT needs %s: %s"
            .formatted(
                String.join(" and ", missing),
                mac ? "brew install mosquitto" : "sudo apt-get install mosquitto-clients"));
  }

  /** Subscribes to the alerts, and returns when they would come. */
  void subscribe(Consumer<String> alerts) throws InterruptedException {
    Process subscriber = start("mosquitto_sub", "-q", "1", "-t", "alerts/#", "-F", "%t %p");
    CountDownLatch ready = new CountDownLatch(1);
    Thread reader =
        new Thread(
            () -> {
              try (BufferedReader lines = subscriber.inputReader(StandardCharsets.UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                  if (line.startsWith(ALERTS + " ")) {
                    alerts.accept(line.substring(ALERTS.length() + 1));
                  } else {
                    ready.countDown();
                  }
                }
              } catch (IOException e) {
                // It was told to end.
              }
            },
            "demo-mosquitto-sub");
    reader.setDaemon(true);
    reader.start();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!ready.await(500, TimeUnit.MILLISECONDS)) {
      if (System.nanoTime() > end || !subscriber.isAlive()) {
        throw new KsqlException("mosquitto_sub could not subscribe to alerts/#.");
      }
      finish(start("mosquitto_pub", "-q", "1", "-t", READY, "-m", "ready"));
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
    finish(publisher);
    return sent;
  }

  private static void finish(Process process) throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new KsqlException("mosquitto_pub could not publish.");
    }
  }

  private Process start(String command, String... arguments) {
    List<String> line = new ArrayList<>(List.of(command, "-h", "127.0.0.1", "-p", "" + port));
    line.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      started.add(process);
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    started.forEach(Process::destroy);
  }
}
