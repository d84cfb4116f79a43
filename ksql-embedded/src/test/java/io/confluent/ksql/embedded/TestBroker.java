package io.confluent.ksql.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** One broker for all tests of this process that need no broker of their own. */
final class TestBroker {
  private static final AtomicInteger NAMES = new AtomicInteger();
  private static String bootstrapServers;

  private TestBroker() {}

  /** Where clients find it; starts it if it does not run. */
  static synchronized String bootstrapServers() {
    if (bootstrapServers == null) {
      Path directory = directory();
      EmbeddedBroker broker = new EmbeddedBroker(directory, 0).start();
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    broker.close();
                    delete(directory);
                  }));
      bootstrapServers = broker.bootstrapServers();
    }
    return bootstrapServers;
  }

  /** What a client needs to find it. */
  static Map<String, Object> clients() {
    return Map.of("bootstrap.servers", bootstrapServers());
  }

  /** A name that no other test uses. */
  static String newName(String prefix) {
    return prefix + NAMES.getAndIncrement();
  }

  private static Path directory() {
    try {
      return Files.createTempDirectory("ksql-test-broker");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
