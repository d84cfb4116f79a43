package io.confluent.ksql.embedded;

import io.confluent.ksql.net.LoopbackPort;
import io.confluent.ksql.registry.KafkaSchemaStore;
import io.confluent.ksql.registry.RegistryServerOptions;
import io.confluent.ksql.registry.SchemaRegistryServer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A schema registry that starts on a thread of its own, since it mostly waits for the broker, as
 * does the server beside it. Nobody may use it before {@link #await} has returned.
 */
final class RegistryBeside implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** A fresh broker makes the topic of transactions first; Kafka's clients ask every 0.1 s. */
  private static final String RETRY_MILLIS = "10";

  private final CompletableFuture<SchemaRegistryServer> server = new CompletableFuture<>();
  private final int port;

  private RegistryBeside(int port) {
    this.port = port;
  }

  /** Begins to start it, with its schemas in a topic of a broker that runs. */
  static RegistryBeside begin(String bootstrapServers, int port) {
    RegistryBeside registry = new RegistryBeside(port);
    new Thread(() -> registry.start(bootstrapServers), "ksql-registry-start").start();
    return registry;
  }

  private void start(String bootstrapServers) {
    try {
      server.complete(
          SchemaRegistryServer.start(
              RegistryServerOptions.local(port),
              new KafkaSchemaStore(
                  Map.of("bootstrap.servers", bootstrapServers, "retry.backoff.ms", RETRY_MILLIS),
                  KafkaSchemaStore.DEFAULT_TOPIC,
                  (short) 1,
                  TIMEOUT)));
    } catch (RuntimeException | Error e) {
      server.completeExceptionally(e);
    }
  }

  /**
   * Returns when it serves clients.
   *
   * @throws RuntimeException why it does not
   */
  void await() {
    started();
  }

  /** Where clients find it, or will; waits only if its port is not known. */
  URI uri() {
    return port == 0 ? started().uri() : URI.create("http://" + LoopbackPort.HOST + ":" + port);
  }

  private SchemaRegistryServer started() {
    try {
      return server.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }

  /** Stops it, once it has started; what did not start has been closed. */
  @Override
  public void close() {
    server.handle((started, failure) -> started).thenAccept(RegistryBeside::closeStarted).join();
  }

  private static void closeStarted(SchemaRegistryServer started) {
    if (started != null) {
      started.close();
    }
  }
}
