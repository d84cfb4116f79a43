package io.confluent.ksql.benchmarks.process;

import io.confluent.ksql.benchmarks.program.Profile;
import io.confluent.ksql.net.LoopbackPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

/** A server in a process of its own, for a broker in another. */
public final class Server implements AutoCloseable {
  private static final AtomicInteger STARTED = new AtomicInteger();

  private final RunningProcess process;
  private final Statements statements;
  private final String serviceId;

  private Server(RunningProcess process, Statements statements, String serviceId) {
    this.process = process;
    this.statements = statements;
    this.serviceId = serviceId;
  }

  /** Starts one that knows no statement yet, and waits until it takes some. */
  public static Server start(Launcher launcher, Broker broker, Profile profile) {
    return start(launcher, broker, profile, Map.of(), "");
  }

  /**
   * The same with further settings, which win, and with further options of Java, separated by
   * blanks.
   */
  public static Server start(
      Launcher launcher,
      Broker broker,
      Profile profile,
      Map<String, String> settings,
      String javaOptions) {
    String serviceId = "bench" + STARTED.incrementAndGet() + "_";
    String address = "http://127.0.0.1:" + LoopbackPort.free();
    Path directory = launcher.directory("server");
    Properties properties = new Properties();
    properties.putAll(profile.server());
    properties.putAll(settings);
    properties.put("bootstrap.servers", broker.address());
    properties.put("listeners", address);
    properties.put("ksql.service.id", serviceId);
    properties.put("ksql.streams.state.dir", directory.resolve("state").toString());
    properties.put("ksql.schema.registry.url", broker.registry());
    Path file = directory.resolve("server.properties");
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    RunningProcess process = launcher.server(List.of(file.toString()), javaOptions);
    Statements statements = new Statements(URI.create(address));
    statements.await(process);
    return new Server(process, statements, serviceId);
  }

  /** The process. */
  public RunningProcess process() {
    return process;
  }

  /** Where statements go. */
  public Statements statements() {
    return statements;
  }

  /** The consumer group of a query. */
  public String group(String queryId) {
    return "_confluent-ksql-" + serviceId + "query_" + queryId;
  }

  @Override
  public void close() {
    process.close();
  }
}
