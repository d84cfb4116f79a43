package io.confluent.ksql.benchmarks.process;

import io.confluent.ksql.serde.registry.HttpSchemaRegistry;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A Kafka broker and a schema registry in a process of their own: an embedded server, whose own
 * queries are none.
 */
public final class Broker implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int KAFKA = 9092;
  private static final int REGISTRY = 8081;
  private static final int SERVER = 8088;

  private final RunningProcess process;
  private final int base;

  private Broker(RunningProcess process, int base) {
    this.process = process;
    this.base = base;
  }

  /** Starts one, and waits for it. */
  public static Broker start(Launcher launcher) {
    int base = Ports.base(KAFKA, REGISTRY, SERVER);
    Path data = launcher.directory("broker");
    RunningProcess process =
        launcher.server(
            List.of("--port-base", String.valueOf(base), "--data-dir", data.toString()), "");
    Broker broker = new Broker(process, base);
    new Statements(URI.create("http://127.0.0.1:" + (SERVER + base))).await(process);
    return broker;
  }

  /** Where clients find it. */
  public String address() {
    return "127.0.0.1:" + (KAFKA + base);
  }

  /** Where its registry is. */
  public String registry() {
    return "http://127.0.0.1:" + (REGISTRY + base);
  }

  /** A client of its registry. */
  public SchemaRegistry schemas() {
    return new HttpSchemaRegistry(List.of(URI.create(registry())), PATIENCE);
  }

  @Override
  public void close() {
    process.close();
  }
}
