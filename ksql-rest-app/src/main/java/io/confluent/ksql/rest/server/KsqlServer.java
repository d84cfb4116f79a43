package io.confluent.ksql.rest.server;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.rest.server.handler.StatementEndpoint;
import io.confluent.ksql.rest.server.handler.StatementHandlers;
import io.confluent.ksql.rest.server.http.Endpoint;
import io.confluent.ksql.rest.server.http.HttpFront;
import io.confluent.ksql.rest.server.http.HttpOptions;
import io.confluent.ksql.rest.server.http.Listener;
import io.confluent.ksql.rest.server.stream.InsertsEndpoint;
import io.confluent.ksql.rest.server.stream.QueryAdmission;
import io.confluent.ksql.rest.server.stream.QueryEndpoints;
import io.confluent.ksql.rest.server.stream.QuerySocket;
import io.confluent.ksql.rest.server.stream.RepeatedRequests;
import io.confluent.ksql.rest.server.stream.RowsEndpoint;
import io.confluent.ksql.setting.Settings;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that runs. */
public final class KsqlServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KsqlServer.class);
  private static final long STOP_SECONDS = 10;

  /** Requests that wait for rows and are not counted: of tables as they are now, and rows in. */
  private static final int MAX_OTHER_STREAMS = 500;

  private final HttpFront front;
  private final ExecutorService workers;
  private final ExecutorService streams;
  private final Deque<AutoCloseable> owned = new ArrayDeque<>();

  private KsqlServer(
      ServerParts parts, ServerIdentity identity, List<Listener> listeners, Vertx threads) {
    Settings settings = parts.settings();
    workers =
        Executors.newFixedThreadPool(
            Math.toIntExact(settings.get(ServerSettings.WORKERS)), named("ksql-worker-"));
    TerminateEndpoint terminate = new TerminateEndpoint(parts, identity.serviceId());
    QueryAdmission admission =
        new QueryAdmission(
            QueryAdmission.Limit.of(ServerSettings.MAX_PUSH_QUERIES, settings),
            QueryAdmission.Limit.of(ServerSettings.MAX_PULL_QUERIES, settings),
            QueryAdmission.Limit.of(ServerSettings.PULL_QUERIES_PER_SECOND, settings));
    List<Endpoint> endpoints = endpoints(parts, identity, listeners.get(0), admission, terminate);
    streams = streamPool(settings.get(ServerSettings.MAX_PUSH_QUERIES));
    front =
        new HttpFront(
            threads,
            new HttpOptions(
                listeners,
                settings.get(ServerSettings.ALLOWED_HOSTS),
                settings.get(ServerSettings.ALLOWED_ORIGINS),
                settings.get(ServerSettings.MAX_REQUEST_BYTES),
                settings.get(ServerSettings.IDLE_SECONDS)),
            endpoints,
            List.of(new QuerySocket(parts, admission).endpoint()),
            terminate,
            workers,
            streams);
  }

  /**
   * Starts a server on a Kafka cluster, and returns when it serves clients: its queries have been
   * started by then.
   *
   * @param given settings by name; those of Kafka's clients and of Kafka Streams pass through, with
   *     or without {@code ksql.streams.}
   * @throws io.confluent.ksql.diagnostic.DiagnosticException why it cannot start
   */
  public static KsqlServer start(Map<String, String> given) {
    ServerPreparation preparation = ServerPreparation.begin(given);
    boolean started = false;
    try {
      KsqlServer server = preparation.start(Map.of(), () -> {});
      started = true;
      return server;
    } finally {
      if (!started) {
        preparation.close();
      }
    }
  }

  static KsqlServer start(
      Settings settings, ServerPreparation preparation, Runnable neighboursAwaited) {
    listeners(settings);
    KnownSettings.strangers(settings.given().keySet())
        .forEach(name -> LOG.warn("There is no setting {}; it is ignored", name));
    KafkaParts parts = new KafkaParts(settings, preparation::loaded);
    KsqlServer server;
    boolean started = false;
    try {
      server = parts.serve(preparation::threads, neighboursAwaited);
      started = true;
    } finally {
      if (!started) {
        parts.close();
      }
    }
    server.startCompanions(settings);
    return server;
  }

  private void startCompanions(Settings settings) {
    boolean started = false;
    try {
      Companion.startAll(settings).forEach(owned::push);
      started = true;
    } finally {
      if (!started) {
        close();
      }
    }
  }

  /**
   * Serves parts that run already. What else is to end with the server is closed with it, the last
   * first.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if it cannot listen, or must not
   */
  public static KsqlServer serve(
      ServerParts parts, ServerIdentity identity, List<AutoCloseable> owned) {
    return serve(parts, identity, owned, HttpFront.threads());
  }

  static KsqlServer serve(
      ServerParts parts, ServerIdentity identity, List<AutoCloseable> owned, Vertx threads) {
    KsqlServer server = new KsqlServer(parts, identity, listeners(parts.settings()), threads);
    boolean started = false;
    try {
      server.front.start();
      started = true;
    } finally {
      if (!started) {
        server.close();
      }
    }
    owned.forEach(server.owned::push);
    return server;
  }

  private static List<Listener> listeners(Settings settings) {
    List<Listener> listeners =
        settings.get(ServerSettings.LISTENERS).stream().map(Listener::of).toList();
    if (listeners.isEmpty()) {
      throw Diagnostic.error(ErrorCode.INVALID_SETTING, "The setting listeners is empty.")
          .hint("Write for example http://127.0.0.1:8088.")
          .toException();
    }
    for (Listener listener : listeners) {
      if (!listener.isLoopback() && !settings.get(ServerSettings.INSECURE_LISTEN)) {
        throw Diagnostic.error(
                ErrorCode.INVALID_SETTING,
                "The listener %s can be reached from other machines, and nobody has to say who they"
                    + " are.",
                listener.host() + ":" + listener.port())
            .hint(
                "Listen on http://127.0.0.1:8088, or set ksql.insecure.listen=true if everybody who"
                    + " can reach it may do everything.")
            .toException();
      }
    }
    return listeners;
  }

  private static List<Endpoint> endpoints(
      ServerParts parts,
      ServerIdentity identity,
      Listener listener,
      QueryAdmission admission,
      TerminateEndpoint terminate) {
    List<Endpoint> endpoints =
        new ArrayList<>(new InfoEndpoints(parts, identity, terminate::serverState).all());
    endpoints.add(terminate.endpoint());
    String hostPort = listener.host() + ":" + listener.port();
    endpoints.add(new StatementEndpoint(parts, StatementHandlers.of(parts, hostPort)).endpoint());
    endpoints.addAll(new QueryEndpoints(parts, admission).all());
    endpoints.add(new InsertsEndpoint(parts).endpoint());
    endpoints.add(rows(parts).endpoint());
    endpoints.addAll(new ClusterEndpoints(parts, hostPort, Clock.systemUTC()).endpoints());
    return endpoints;
  }

  private static RowsEndpoint rows(ServerParts parts) {
    Settings settings = parts.settings();
    return new RowsEndpoint(
        parts,
        QueryAdmission.Limit.of(ServerSettings.MAX_ROWS, settings),
        new RepeatedRequests(
            settings.get(ServerSettings.KEYS_REMEMBERED),
            settings.get(ServerSettings.MAX_KEYS),
            Clock.systemUTC()));
  }

  /** A thread each, since each waits for rows; without a queue, so that one too many is refused. */
  private static ExecutorService streamPool(long lasting) {
    return new ThreadPoolExecutor(
        0,
        (int) Math.min(Integer.MAX_VALUE, lasting + MAX_OTHER_STREAMS),
        10,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        named("ksql-stream-"));
  }

  private static ThreadFactory named(String prefix) {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, prefix + count.getAndIncrement());
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Where clients find it, for example {@code http://127.0.0.1:8088}. */
  public String url() {
    return front.listeners().get(0).url();
  }

  /** Ends it: no new requests, then running ones, then what it runs. */
  @Override
  public void close() {
    streams.shutdown();
    workers.shutdown();
    front.stopListening();
    await(workers);
    await(streams);
    streams.shutdownNow();
    front.close();
    while (!owned.isEmpty()) {
      close(owned.pop());
    }
  }

  private static void await(ExecutorService pool) {
    try {
      if (!pool.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("Requests were still worked on when the server stopped");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      LOG.warn("A part of the server did not stop cleanly", e);
    }
  }
}
