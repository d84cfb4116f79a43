package io.confluent.ksql.connect.mqtt;

import io.confluent.ksql.net.LoopbackPort;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/** A broker of another make, which keeps sessions while it is stopped. */
final class Mosquitto implements AutoCloseable {
  private final Path directory;
  private final int port;
  private Process process;

  Mosquitto(Path directory, List<String> settings) throws IOException {
    this.directory = directory;
    port = LoopbackPort.free();
    List<String> all =
        Stream.concat(
                Stream.of(
                    "persistence true",
                    "persistence_location " + directory + "/",
                    "user " + System.getProperty("user.name"),
                    "listener " + port + " 127.0.0.1",
                    "allow_anonymous true"),
                settings.stream())
            .toList();
    Files.write(directory.resolve("mosquitto.conf"), all);
    start();
  }

  int port() {
    return port;
  }

  void start() throws IOException {
    process =
        new ProcessBuilder(program(), "-c", directory.resolve("mosquitto.conf").toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("mosquitto.log").toFile())
            .start();
    Awaitility.await().atMost(Duration.ofSeconds(10)).until(this::listens);
  }

  private boolean listens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** Ends it so that it writes down what it has. */
  void stop() {
    process.destroy();
    process.onExit().join();
  }

  /** A user's machine may lack it; continuous integration must not. */
  private static String program() {
    Optional<String> found =
        Stream.concat(
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator)),
                Stream.of("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/sbin"))
            .map(place -> Path.of(place, "mosquitto"))
            .filter(Files::isExecutable)
            .map(Path::toString)
            .findFirst();
    if (found.isEmpty() && !"true".equals(System.getenv("CI"))) {
      Assumptions.abort("Not run: there is no mosquitto on this machine.");
    }
    return found.orElseThrow(() -> new IllegalStateException("mosquitto must be installed"));
  }

  @Override
  public void close() {
    stop();
  }
}
