package io.confluent.ksql.rest.server.http;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.rest.wire.MediaTypes;
import io.confluent.ksql.rest.wire.WireErrorCode;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Listens, looks who asks, reads bodies, and has endpoints answer on worker threads. */
public final class HttpFront implements AutoCloseable {
  private static final long START_SECONDS = 30;
  private static final Set<String> BODY_TYPES = Set.of(MediaTypes.JSON, MediaTypes.KSQL_V1_JSON);

  private final Vertx vertx =
      Vertx.vertx(
          new VertxOptions()
              .setEventLoopPoolSize(2)
              .setWorkerPoolSize(1)
              .setInternalBlockingPoolSize(1));
  private final HttpOptions options;
  private final List<Endpoint> endpoints;
  private final ExecutorService workers;
  private final ExecutorService streams;
  private final List<Listener> bound = new ArrayList<>();
  private final List<HttpServer> servers = new ArrayList<>();
  private volatile RequestGuard guard;

  /**
   * A front that does not listen yet.
   *
   * @param workers for endpoints that answer soon; not closed with this
   * @param streams for endpoints that go on; not closed with this
   */
  public HttpFront(
      HttpOptions options,
      List<Endpoint> endpoints,
      ExecutorService workers,
      ExecutorService streams) {
    this.options = options;
    this.endpoints = List.copyOf(endpoints);
    this.workers = workers;
    this.streams = streams;
  }

  /**
   * Listens.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if an address is not to be had
   */
  public void start() {
    for (Listener listener : options.listeners()) {
      bound.add(listen(listener));
    }
    guard = new RequestGuard(bound, options.hosts(), options.origins());
  }

  private Listener listen(Listener listener) {
    HttpServerOptions http =
        new HttpServerOptions()
            .setHost(listener.host())
            .setPort(listener.port())
            .setHttp2ClearTextEnabled(true)
            .setIdleTimeout(Math.toIntExact(options.idleSeconds()))
            .setIdleTimeoutUnit(TimeUnit.SECONDS);
    try {
      HttpServer server =
          vertx
              .createHttpServer(http)
              .requestHandler(this::onRequest)
              .listen()
              .toCompletionStage()
              .toCompletableFuture()
              .get(START_SECONDS, TimeUnit.SECONDS);
      servers.add(server);
      return listener.onPort(server.actualPort());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw notListening(listener, e);
    } catch (ExecutionException e) {
      throw notListening(listener, e.getCause());
    } catch (TimeoutException e) {
      throw notListening(listener, e);
    }
  }

  private static RuntimeException notListening(Listener listener, Throwable cause) {
    return Diagnostic.error(
            ErrorCode.INVALID_SETTING,
            "The server cannot listen on %s: %s",
            listener.url(),
            cause.getMessage())
        .hint("Stop the program that uses the port, or set listeners to another one.")
        .toException(cause);
  }

  /** Where it listens, with the ports it really has. */
  public List<Listener> listeners() {
    return List.copyOf(bound);
  }

  private void onRequest(HttpServerRequest request) {
    RequestGuard now = guard;
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    Optional<String> refusal =
        now == null
            ? Optional.of("The server is not ready.")
            : now.refusal(authority(request), origin);
    if (refusal.isPresent()) {
      Exchange.sendError(request.response(), HttpError.of(WireErrorCode.FORBIDDEN, refusal.get()));
      return;
    }
    if (origin != null && now.isCrossOrigin(origin)) {
      request.response().putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
      request.response().putHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    }
    if (request.method().equals(HttpMethod.OPTIONS)) {
      answerPreflight(request);
      return;
    }
    dispatch(request);
  }

  private static String authority(HttpServerRequest request) {
    HostAndPort authority = request.authority();
    if (authority == null) {
      return null;
    }
    return authority.port() < 0 ? authority.host() : authority.host() + ":" + authority.port();
  }

  private static void answerPreflight(HttpServerRequest request) {
    request
        .response()
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST")
        .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "content-type, accept")
        .end();
  }

  private void dispatch(HttpServerRequest request) {
    Optional<Endpoint> endpoint = find(request);
    if (endpoint.isEmpty()) {
      request.response().setStatusCode(404).end("Not Found");
      return;
    }
    Optional<String> answerType =
        MediaRange.choose(request.getHeader(HttpHeaders.ACCEPT), endpoint.get().offers());
    if (!hasKnownBodyType(request)) {
      Exchange.sendError(
          request.response(),
          HttpError.of(
              41500,
              "The content type %s is not taken."
                  .formatted(request.getHeader(HttpHeaders.CONTENT_TYPE)),
              "Send Content-Type: application/json; curl does with"
                  + " -H 'Content-Type: application/json'."));
    } else if (answerType.isEmpty()) {
      Exchange.sendError(
          request.response(),
          HttpError.of(
              40600,
              "None of the accepted content types can be answered.",
              "Accept one of: " + String.join(", ", endpoint.get().offers()) + "."));
    } else {
      new BodyReader(options.maxRequestBytes(), request)
          .read(body -> work(endpoint.get(), request, body, answerType.get()));
    }
  }

  private Optional<Endpoint> find(HttpServerRequest request) {
    return endpoints.stream()
        .filter(endpoint -> endpoint.method().equals(request.method().name()))
        .filter(endpoint -> endpoint.takes(request.path()))
        .findFirst();
  }

  private static boolean hasKnownBodyType(HttpServerRequest request) {
    String given = request.getHeader(HttpHeaders.CONTENT_TYPE);
    return !request.method().equals(HttpMethod.POST)
        || given == null
        || BODY_TYPES.contains(given.split(";", 2)[0].trim().toLowerCase(Locale.ROOT));
  }

  private void work(Endpoint endpoint, HttpServerRequest request, Buffer body, String contentType) {
    ResponseWriter writer = new ResponseWriter(request);
    Exchange exchange = new Exchange(request, body, contentType, writer);
    ExecutorService pool = endpoint.kind() == Endpoint.Kind.SHORT ? workers : streams;
    try {
      pool.execute(() -> answer(endpoint, exchange));
    } catch (RejectedExecutionException e) {
      exchange.fail(
          HttpError.of(
              endpoint.kind() == Endpoint.Kind.SHORT
                  ? WireErrorCode.SHUTTING_DOWN
                  : WireErrorCode.MAX_PUSH_QUERIES,
              "The server takes no more requests of this kind at the moment."));
    }
  }

  private static void answer(Endpoint endpoint, Exchange exchange) {
    try {
      endpoint.action().answer(exchange);
    } catch (RuntimeException e) {
      exchange.fail(HttpError.of(e, List.of()));
    }
  }

  /** Takes no more requests, and lets go of the clients there are. */
  public void stopListening() {
    for (HttpServer server : servers) {
      server.close().toCompletionStage().toCompletableFuture().join();
    }
    servers.clear();
  }

  /** Ends it; nobody may write answers any more. */
  @Override
  public void close() {
    stopListening();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
