package io.confluent.ksql.distribution;

import io.confluent.ksql.rest.client.ClientOptions;
import io.confluent.ksql.rest.client.KsqlClient;
import io.confluent.ksql.rest.client.RowStream;
import io.confluent.ksql.rest.wire.Entity;
import io.confluent.ksql.rest.wire.KsqlRequest;
import io.confluent.ksql.rest.wire.QueryStreamRequest;
import io.confluent.ksql.rest.wire.StreamedRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A server with everything in it, started by {@code bin/ksql-server-start} of the source tree. */
final class ServerProcess implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;
  private static final String READY = "listening on";
  private static final Map<String, Object> FROM_BEGINNING = Map.of("auto.offset.reset", "earliest");

  private final Process process;
  private final Ports ports;
  private final Path output;
  private final Path errors;

  private ServerProcess(Process process, Ports ports, Path output, Path errors) {
    this.process = process;
    this.ports = ports;
    this.output = output;
    this.errors = errors;
  }

  /**
   * Starts one, and does not wait for it.
   *
   * @param directory for its data, its logs and what it says
   */
  static ServerProcess launch(Ports ports, Path directory, Map<String, String> environment)
      throws IOException {
    Path output = Files.createTempFile(directory, "server", ".out");
    Path errors = Files.createTempFile(directory, "server", ".err");
    Run run = Processes.of("ksql-server-start", directory, arguments(ports, directory));
    environment.forEach(run::with);
    return new ServerProcess(run.start(output, errors), ports, output, errors);
  }

  private static String[] arguments(Ports ports, Path directory) {
    return new String[] {
      "--port-base", "" + ports.base(), "--data-dir", directory.resolve("data").toString()
    };
  }

  /** Starts one, and waits until it takes statements. */
  static ServerProcess start(Ports ports, Path directory, Map<String, String> environment)
      throws Exception {
    ServerProcess server = launch(ports, directory, environment);
    boolean ready = false;
    try {
      server.awaitReady();
      ready = true;
      return server;
    } finally {
      if (!ready) {
        server.close();
      }
    }
  }

  private void awaitReady() throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!output().contains(READY)) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new AssertionError("The server did not start:\n" + output() + errors());
      }
      Thread.sleep(50);
    }
  }

  Ports ports() {
    return ports;
  }

  /** Runs statements; queries read from the beginning of their sources. */
  List<Entity> execute(String sql) {
    return client()
        .ksql(new KsqlRequest(sql, FROM_BEGINNING, Map.of(), Map.of(), Optional.empty()));
  }

  /** The rows of a query that ends by itself, from the beginning of its sources. */
  List<List<Object>> rows(String select) {
    List<List<Object>> rows = new ArrayList<>();
    QueryStreamRequest request = new QueryStreamRequest(select, FROM_BEGINNING, Map.of(), Map.of());
    try (RowStream stream = client().queryStream(request)) {
      stream.forEach(row -> row.row().flatMap(StreamedRow.Row::columns).ifPresent(rows::add));
    }
    return rows;
  }

  private KsqlClient client() {
    return new KsqlClient(ClientOptions.of(URI.create(ports.url())));
  }

  /** What it said on its standard output so far. */
  String output() {
    return read(output);
  }

  /** What it said on its standard error so far. */
  String errors() {
    return read(errors);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SIGKILL, in the middle of whatever it does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Its status, when it ends by itself. */
  int awaitEnd() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("The server did not end:\n" + output() + errors());
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    Processes.end(process);
  }
}
