package io.confluent.ksql.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A process of its own that runs a broker, writes records, says so, and waits to be killed. */
final class BrokerProcess {
  static final String READY = "ready";
  static final String TOPIC = "kept";
  static final List<String> VALUES = List.of("one", "two", "three");

  private BrokerProcess() {}

  public static void main(String[] arguments) throws IOException {
    EmbeddedBroker broker = new EmbeddedBroker(Path.of(arguments[0]), 0).start();
    Records.write(broker.bootstrapServers(), TOPIC, 0, VALUES);
    System.out.println(READY);
    // Ends by itself if the test that should kill it is gone.
    System.in.read();
    Runtime.getRuntime().halt(1);
  }

  static Process launch(Path dataDirectory, Path errors) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            // Else the logger tells on this output that several modules bring a configuration.
            "-Dlogback.statusListenerClass=ch.qos.logback.core.status.NopStatusListener",
            "-cp",
            System.getProperty("java.class.path"),
            BrokerProcess.class.getName(),
            dataDirectory.toString())
        .redirectError(errors.toFile())
        .start();
  }
}
