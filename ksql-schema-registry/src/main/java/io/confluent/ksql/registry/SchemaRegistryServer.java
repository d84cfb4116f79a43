package io.confluent.ksql.registry;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.registry.RegistryServerOptions.Exposure;
import io.confluent.ksql.serde.registry.InMemorySchemaRegistry;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A schema registry server in this process. */
public final class SchemaRegistryServer implements AutoCloseable {
  private static final Duration START_AND_STOP = Duration.ofSeconds(20);
  private static final int WORKERS = 4;
  private static final int IDLE_SECONDS = 60;

  private final Vertx vertx;
  private final HttpServer http;
  private final InMemorySchemaRegistry registry;
  private final SchemaStore store;
  private final String host;

  private SchemaRegistryServer(
      Vertx vertx,
      HttpServer http,
      InMemorySchemaRegistry registry,
      SchemaStore store,
      String host) {
    this.vertx = vertx;
    this.http = http;
    this.registry = registry;
    this.store = store;
    this.host = host;
  }

  /** Starts a server that forgets its schemas when it is closed. */
  public static SchemaRegistryServer start(RegistryServerOptions options) {
    return start(options, new InMemorySchemaStore());
  }

  /**
   * Starts a server with what a store holds.
   *
   * @param store closed together with the server, or when it cannot be started
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if the address is not allowed or not
   *     free
   * @throws io.confluent.ksql.serde.registry.RegistryException if the store cannot be read
   */
  public static SchemaRegistryServer start(RegistryServerOptions options, SchemaStore store) {
    try {
      refuseExposure(options);
      InMemorySchemaRegistry registry = new InMemorySchemaRegistry(store::append);
      store.replay(registry::restore);
      return listen(options, registry, store);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private static SchemaRegistryServer listen(
      RegistryServerOptions options, InMemorySchemaRegistry registry, SchemaStore store) {
    Vertx vertx =
        Vertx.vertx(
            new VertxOptions()
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false))
                .setEventLoopPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setWorkerPoolSize(WORKERS));
    HttpServerOptions http =
        new HttpServerOptions()
            .setHost(options.host())
            .setPort(options.port())
            .setIdleTimeout(IDLE_SECONDS)
            .setIdleTimeoutUnit(TimeUnit.SECONDS);
    HttpFront front =
        new HttpFront(
            vertx, new RegistryApi(registry), new RequestGuard(options), options.maxRequestBytes());
    try {
      HttpServer server = await(vertx.createHttpServer(http).requestHandler(front).listen());
      return new SchemaRegistryServer(vertx, server, registry, store, options.host());
    } catch (RuntimeException e) {
      await(vertx.close());
      throw Diagnostic.error(
              ErrorCode.SCHEMA_REGISTRY,
              "The schema registry cannot listen on %s, port %d: %s",
              options.host(),
              options.port(),
              e.getMessage())
          .toException(e);
    }
  }

  private static <T> T await(Future<T> future) {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(START_AND_STOP.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException("It takes longer than " + START_AND_STOP, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Waiting was interrupted", e);
    }
  }

  private static void refuseExposure(RegistryServerOptions options) {
    if (options.exposure() == Exposure.LOCAL && !isLoopback(options.host())) {
      throw Diagnostic.error(
              ErrorCode.INVALID_SETTING,
              "The schema registry asks for no password, so it does not listen on %s.",
              options.host())
          .hint("Listen on 127.0.0.1, or allow it with " + RegistryServerSettings.EXPOSURE + ".")
          .toException();
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** The port that it listens on. */
  public int port() {
    return http.actualPort();
  }

  /** Where clients on this machine reach it. */
  public URI uri() {
    return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port());
  }

  /** The registry itself, for users in this process. */
  public SchemaRegistry registry() {
    return registry;
  }

  /** Stops listening and closes the store. */
  @Override
  public void close() {
    try {
      await(vertx.close());
    } finally {
      store.close();
    }
  }
}
