package io.confluent.ksql.rest.server;

import io.confluent.ksql.engine.FunctionLibrary;
import io.confluent.ksql.engine.session.PropertyRules;
import io.confluent.ksql.parser.SqlParser;
import io.confluent.ksql.planner.function.FunctionRegistry;
import io.confluent.ksql.rest.server.http.HttpFront;
import io.confluent.ksql.rest.wire.KsqlRequest;
import io.confluent.ksql.rest.wire.StreamsList;
import io.confluent.ksql.rest.wire.WireJson;
import io.confluent.ksql.serde.Formats;
import io.confluent.ksql.setting.Settings;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * A server whose Kafka cluster need not be there yet: what can be made without one is made
 * meanwhile, on a thread of its own. For one thread, and one start.
 */
public final class ServerPreparation implements AutoCloseable {
  private final Map<String, String> given;
  private final FutureTask<Loaded> loading;
  private final FutureTask<Vertx> threads = new FutureTask<>(HttpFront::threads);

  /** What was found on the class path and in the extension directory. */
  record Loaded(FunctionRegistry functions, Formats formats) {}

  private ServerPreparation(Map<String, String> given) {
    this.given = Map.copyOf(given);
    Settings settings = Settings.of(PropertyRules.canonical(given));
    loading = new FutureTask<>(() -> load(settings));
  }

  static Loaded load(Settings settings) {
    return new Loaded(FunctionLibrary.load(settings), Formats.installed());
  }

  private void prepare() {
    loading.run();
    threads.run();
    warmStatements();
  }

  /**
   * The first statement makes the tables of the parser, and Jackson's for the records of requests
   * and answers; nobody waits for these.
   */
  private static void warmStatements() {
    String statement = "SHOW STREAMS;";
    SqlParser.parse(statement);
    try {
      WireJson.mapper().readValue("{\"ksql\":\"" + statement + "\"}", KsqlRequest.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    WireJson.write(List.of(new StreamsList(statement, List.of(), List.of())));
  }

  /**
   * Begins.
   *
   * @param given settings by name, except where Kafka and the schema registry are
   */
  public static ServerPreparation begin(Map<String, String> given) {
    ServerPreparation preparation = new ServerPreparation(given);
    Thread thread = new Thread(preparation::prepare, "ksql-preparation");
    thread.setDaemon(true);
    thread.start();
    return preparation;
  }

  /**
   * Starts the server, and returns when it serves clients.
   *
   * @param more settings by name that were not known when this began; they win
   * @param neighboursAwaited waits for other servers that are being started and that queries need;
   *     called before any query runs, and what it throws ends the start
   * @throws io.confluent.ksql.diagnostic.DiagnosticException why it cannot start
   */
  public KsqlServer start(Map<String, String> more, Runnable neighboursAwaited) {
    Map<String, String> all = new HashMap<>(given);
    all.putAll(more);
    return KsqlServer.start(Settings.of(PropertyRules.canonical(all)), this, neighboursAwaited);
  }

  Loaded loaded() {
    return made(loading);
  }

  Vertx threads() {
    return made(threads);
  }

  /** Waits for a part that another thread makes; throws what kept it from being made. */
  static <T> T made(Future<T> part) {
    try {
      return part.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The start was interrupted.", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Ends what was made, which no server may have taken over. Does nothing after that server. */
  @Override
  public void close() {
    // Cannot be cancelled: what is being made would stay. Does nothing if it has begun.
    threads.run();
    made(threads).close().toCompletionStage().toCompletableFuture().join();
  }
}
