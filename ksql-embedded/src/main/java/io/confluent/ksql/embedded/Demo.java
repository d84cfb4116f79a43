package io.confluent.ksql.embedded;

import io.confluent.ksql.rest.client.ClientOptions;
import io.confluent.ksql.rest.client.KsqlClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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

  @Option(
      names = "--connect",
      description =
          "Show another pipeline instead: an MQTT broker, Kafka Connect, alerts at a second MQTT"
              + " broker and in a search index. It needs mosquitto and a search node.")
  private boolean connect;

  @Option(
      names = "--search-url",
      paramLabel = "URL",
      description =
          "With --connect: a search node that is there already, instead of one of its own.")
  private URI searchNode;

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
    if (mqtt && connect) {
      System.err.println("--mqtt and --connect are two demos; one at a time.");
      return 1;
    }
    DemoScene scene = scene();
    Optional<String> missing = scene.missing();
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
      run(scene, data);
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

  private DemoScene scene() {
    PortPlan ports = options.ports();
    if (connect) {
      return new PipelineScene(screen, ports, Optional.ofNullable(searchNode));
    }
    HeartbeatScene.Sender sender =
        mqtt ? HeartbeatScene.Sender.DEVICES : HeartbeatScene.Sender.PRODUCER;
    return new HeartbeatScene(screen, sender, rate, ports.port(PortPlan.Service.MQTT));
  }

  private void run(DemoScene scene, Path data) throws InterruptedException {
    screen.line("Starting Kafka, the schema registry and the server ...");
    try (scene) {
      scene.begin(data);
      try (EmbeddedServer server = EmbeddedServer.start(options.ports(), data, scene.settings())) {
        screen.line(
            "Kafka on %s, schema registry on %s, server on %s"
                .formatted(server.bootstrapServers(), server.registry(), server.url()));
        KsqlClient client = new KsqlClient(ClientOptions.of(server.url()));
        performance.run(() -> scene.perform(server, client));
        if (!once) {
          screen.line(scene.invitation(server));
          interrupted.await();
        }
      }
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
