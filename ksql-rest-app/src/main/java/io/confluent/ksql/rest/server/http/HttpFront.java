package io.confluent.ksql.rest.server.http;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.rest.wire.MediaTypes;
import io.confluent.ksql.rest.wire.WireErrorCode;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.ServerWebSocketHandshake;
import io.vertx.core.net.HostAndPort;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
  private static final Set<String> BODY_TYPES =
      Set.of(MediaTypes.JSON, MediaTypes.KSQL_V1_JSON, MediaTypes.DELIMITED);

  private final Vertx vertx;
  private final HttpOptions options;
  private final List<Endpoint> endpoints;
  private final List<SocketEndpoint> sockets;
  private final Gate gate;
  private final ExecutorService workers;
  private final ExecutorService streams;
  private final List<Listener> bound = new ArrayList<>();
  private final List<HttpServer> servers = new ArrayList<>();
  private volatile RequestGuard guard;

  /**
   * A front that does not listen yet.
   *
   * @param vertx its threads; closed with this
   * @param gate says whether requests are taken at all
   * @param workers for endpoints that answer soon; not closed with this
   * @param streams for endpoints that go on; not closed with this
   */
  public HttpFront(
      Vertx vertx,
      HttpOptions options,
      List<Endpoint> endpoints,
      List<SocketEndpoint> sockets,
      Gate gate,
      ExecutorService workers,
      ExecutorService streams) {
    this.vertx = vertx;
    this.options = options;
    this.endpoints = List.copyOf(endpoints);
    this.sockets = List.copyOf(sockets);
    this.gate = gate;
    this.workers = workers;
    this.streams = streams;
  }

  /** The threads of a front; they can be made before there is anything to serve. */
  public static Vertx threads() {
    return Vertx.vertx(
        new VertxOptions()
            .setEventLoopPoolSize(2)
            .setWorkerPoolSize(1)
            .setInternalBlockingPoolSize(1));
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
              .webSocketHandshakeHandler(this::onHandshake)
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

  private void onHandshake(ServerWebSocketHandshake handshake) {
    RequestGuard now = guard;
    Optional<SocketEndpoint> endpoint =
        sockets.stream().filter(socket -> socket.path().equals(handshake.path())).findFirst();
    boolean refused =
        now == null
            || now.refusal(
                    authority(handshake.authority()), handshake.headers().get(HttpHeaders.ORIGIN))
                .isPresent();
    if (refused || endpoint.isEmpty()) {
      handshake.reject(refused ? WireErrorCode.FORBIDDEN.httpStatus() : 404);
      return;
    }
    Map<String, String> parameters = parameters(handshake.query());
    handshake.accept().onSuccess(socket -> converse(endpoint.get(), parameters, socket));
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new HashMap<>();
    for (String each : query == null ? new String[0] : query.split("&")) {
      int equals = each.indexOf('=');
      if (equals > 0) {
        parameters.putIfAbsent(each.substring(0, equals), decoded(each.substring(equals + 1)));
      }
    }
    return parameters;
  }

  /** What cannot be decoded is no request, and is refused as such. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private void converse(
      SocketEndpoint endpoint, Map<String, String> parameters, ServerWebSocket socket) {
    SocketWriter writer = new SocketWriter(socket);
    try {
      streams.execute(() -> endpoint.action().answer(parameters, writer));
    } catch (RejectedExecutionException e) {
      writer.end(SocketWriter.Close.TRY_LATER, "The server takes no more queries at the moment.");
    }
  }

  private static String authority(HttpServerRequest request) {
    return authority(request.authority());
  }

  private static String authority(HostAndPort authority) {
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
              WireErrorCode.UNSUPPORTED_CONTENT_TYPE,
              "The content type %s is not taken."
                  .formatted(request.getHeader(HttpHeaders.CONTENT_TYPE)),
              "Send Content-Type: application/json; curl does with"
                  + " -H 'Content-Type: application/json'."));
    } else if (answerType.isEmpty()) {
      Exchange.sendError(
          request.response(),
          HttpError.of(
              WireErrorCode.NOT_ACCEPTABLE,
              "None of the accepted content types can be answered.",
              "Accept one of: " + String.join(", ", endpoint.get().offers()) + "."));
    } else if (gate.refusal(request.path()).isPresent()) {
      Exchange.sendError(request.response(), gate.refusal(request.path()).get());
    } else if (endpoint.get().kind() == Endpoint.Kind.DUPLEX) {
      ResponseWriter writer = new ResponseWriter(request);
      BodyLines lines = new BodyLines(request, options.maxRequestBytes());
      work(endpoint.get(), Exchange.duplex(request, lines, answerType.get(), writer));
    } else {
      new BodyReader(options.maxRequestBytes(), request)
          .read(
              body -> {
                ResponseWriter writer = new ResponseWriter(request);
                work(endpoint.get(), new Exchange(request, body, answerType.get(), writer));
              });
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

  private void work(Endpoint endpoint, Exchange exchange) {
    ExecutorService pool = endpoint.kind() == Endpoint.Kind.SHORT ? workers : streams;
    try {
      pool.execute(() -> answer(endpoint, exchange));
    } catch (RejectedExecutionException e) {
      exchange.fail(
          HttpError.of(
              endpoint.kind() == Endpoint.Kind.SHORT
                  ? WireErrorCode.SHUTTING_DOWN
                  : WireErrorCode.TOO_MANY_REQUESTS,
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
