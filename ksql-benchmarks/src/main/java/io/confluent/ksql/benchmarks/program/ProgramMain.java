package io.confluent.ksql.benchmarks.program;

import io.confluent.ksql.serde.registry.HttpSchemaRegistry;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Runs one of {@link Programs}, or a loop, until it is told to end. Says {@code running} when it
 * is.
 */
public final class ProgramMain {
  /** The name of the program that is no Kafka Streams. */
  public static final String LOOP = "loop";

  /** The name of the same with the settings of a server's queries. */
  public static final String TUNED_LOOP = "tuned-loop";

  /** What it prints when its tasks run. */
  public static final String RUNNING = "running";

  /** Property of the process: where to answer questions about a program's store. */
  public static final String STORE_PORT = "benchmark.store.port";

  private static final Duration REGISTRY_PATIENCE = Duration.ofSeconds(10);
  private static final int FIXED_ARGUMENTS = 9;

  private ProgramMain() {}

  /** Whether a program of that name writes a row for each that it reads. */
  public static boolean isLoop(String name) {
    return name.equals(LOOP) || name.equals(TUNED_LOOP);
  }

  /**
   * @param arguments name, how many copies, brokers, registry, group, state directory, profile,
   *     guarantee, output, inputs
   */
  public static void main(String[] arguments) throws InterruptedException {
    String name = arguments[0];
    int copies = Integer.parseInt(arguments[1]);
    String brokers = arguments[2];
    String group = arguments[4];
    Profile profile = new Profile(arguments[6], arguments[7]);
    List<String> inputs = List.of(arguments).subList(FIXED_ARGUMENTS, arguments.length);
    SchemaRegistry registry =
        new HttpSchemaRegistry(List.of(URI.create(arguments[3])), REGISTRY_PATIENCE);
    Topics topics = new Topics(inputs, arguments[8], registry);
    if (isLoop(name)) {
      CopyLoop loop =
          name.equals(LOOP)
              ? CopyLoop.plain(brokers, group, topics)
              : CopyLoop.tuned(brokers, group, topics, profile);
      loop.run();
      return;
    }
    HandWritten program = Programs.find(name).orElseThrow();
    CountDownLatch running = new CountDownLatch(copies);
    for (int i = 0; i < copies; i++) {
      Properties properties = profile.streams(copies == 1 ? group : group + i);
      properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
      properties.put(StreamsConfig.STATE_DIR_CONFIG, Path.of(arguments[5], "s" + i).toString());
      start(program, topics, properties, running);
    }
    running.await();
    System.out.println(RUNNING);
    Thread.currentThread().join();
  }

  private static void start(
      HandWritten program, Topics topics, Properties properties, CountDownLatch running) {
    KafkaStreams streams = new KafkaStreams(program.topology(topics), properties);
    streams.setStateListener(
        (now, before) -> {
          if (now == KafkaStreams.State.RUNNING) {
            running.countDown();
          }
        });
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> streams.close(Duration.ofSeconds(5)), "close"));
    Integer port = Integer.getInteger(STORE_PORT);
    if (port != null) {
      StoreServer.serve(streams, port);
    }
    streams.start();
  }
}
