package io.confluent.ksql.embedded;

import io.confluent.ksql.net.LoopbackPort;
import io.confluent.ksql.util.KsqlException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** An MQTT broker of another make, on 127.0.0.1, for everybody on this machine. */
final class MosquittoBroker {
  static final String PROGRAM = "mosquitto";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final int port;
  private final Path log;

  private MosquittoBroker(int port, Path log) {
    this.port = port;
    this.log = log;
  }

  /** Starts one, and returns when it takes connections. */
  static MosquittoBroker start(Programs programs, Path directory, int port)
      throws InterruptedException {
    Path log = directory.resolve("mosquitto.log");
    Path configuration = directory.resolve("mosquitto.conf");
    try {
      Files.createDirectories(directory);
      Files.write(
          configuration,
          List.of(
              "listener " + port + " " + LoopbackPort.HOST,
              "allow_anonymous true",
              "user " + System.getProperty("user.name"),
              "log_type all",
              "log_timestamp false"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    programs.start(PROGRAM, List.of("-c", configuration.toString()), log);
    MosquittoBroker broker = new MosquittoBroker(port, log);
    broker.awaitLine("mosquitto version", "running");
    return broker;
  }

  int port() {
    return port;
  }

  String url() {
    return "tcp://" + LoopbackPort.HOST + ":" + port;
  }

  /** Returns when a client whose name begins so has subscribed. */
  void awaitSubscriber(String client) throws InterruptedException {
    awaitLine("Sending SUBACK to " + client, "");
  }

  private void awaitLine(String beginning, String end) throws InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!said(beginning, end)) {
      if (System.nanoTime() > until) {
        throw new KsqlException(
            "The MQTT broker on port %d does not say '%s': %s".formatted(port, beginning, log));
      }
      Thread.sleep(50);
    }
  }

  private boolean said(String beginning, String end) {
    try {
      return Files.readAllLines(log).stream()
          .anyMatch(line -> line.startsWith(beginning) && line.endsWith(end));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
