package io.confluent.ksql.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.confluent.ksql.rest.client.ClientOptions;
import io.confluent.ksql.rest.client.KsqlClient;
import io.confluent.ksql.rest.wire.CommandResult;
import io.confluent.ksql.rest.wire.CommandStatus;
import io.confluent.ksql.rest.wire.GenericError;
import io.confluent.ksql.rest.wire.WireErrorCode;
import io.confluent.ksql.rest.wire.WireJson;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Answers statements with what was said beforehand; those it was told nothing about with one {@code
 * currentStatus} each, whose sequence numbers count up.
 */
final class FakeServer implements AutoCloseable {
  static final String VERSION = "9.9.9";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Answer> answers = Collections.synchronizedMap(new LinkedHashMap<>());
  private final List<JsonNode> requests = Collections.synchronizedList(new ArrayList<>());
  private final List<String> authorizations = Collections.synchronizedList(new ArrayList<>());
  private long sequence;

  /** How to answer. */
  interface Answer {
    void write(HttpExchange exchange) throws IOException;
  }

  private FakeServer(HttpServer server) {
    this.server = server;
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  static FakeServer start() throws IOException {
    return new FakeServer(
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
  }

  URI uri() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  KsqlClient client() {
    return new KsqlClient(ClientOptions.of(uri()));
  }

  /** Bodies of the requests that carried statements. */
  List<JsonNode> requests() {
    return List.copyOf(requests);
  }

  List<String> statements() {
    return requests().stream().map(request -> request.get("ksql").asText()).toList();
  }

  JsonNode lastRequest() {
    return requests.get(requests.size() - 1);
  }

  String lastAuthorization() {
    return authorizations.get(authorizations.size() - 1);
  }

  /** Answers a request whose statements are these with JSON. */
  void on(String statements, int status, String body) {
    answers.put(statements, exchange -> write(exchange, status, body));
  }

  /** Answers a request whose statements are these with pieces of a body. */
  void stream(String statements, String... pieces) {
    answers.put(
        statements,
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            for (String piece : pieces) {
              out.write(piece.getBytes(StandardCharsets.UTF_8));
              out.flush();
            }
          }
        });
  }

  /** Answers with a beginning, and then blank lines until the client goes away. */
  void streamForEver(String statements, String beginning) {
    answers.put(
        statements,
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          OutputStream out = exchange.getResponseBody();
          out.write(beginning.getBytes(StandardCharsets.UTF_8));
          while (true) {
            out.flush();
            pause();
            out.write('\n');
          }
        });
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    String path = exchange.getRequestURI().getPath();
    if (path.equals("/info")) {
      write(
          exchange,
          200,
          "{\"KsqlServerInfo\":{\"version\":\"" + VERSION + "\",\"serverStatus\":\"RUNNING\"}}");
    } else if (path.equals("/is_valid_property/nonsense")) {
      String error =
          WireJson.write(GenericError.of(WireErrorCode.BAD_REQUEST, "There is no nonsense."));
      write(exchange, 400, error);
    } else if (path.equals("/is_valid_property/unchecked")) {
      write(exchange, 404, "Not Found");
    } else if (path.startsWith("/is_valid_property/")) {
      write(exchange, 200, "true");
    } else {
      JsonNode request = WireJson.mapper().readTree(body);
      requests.add(request);
      String statements = request.get("ksql").asText();
      answers.getOrDefault(statements, other -> succeed(other, statements)).write(exchange);
    }
  }

  private synchronized void succeed(HttpExchange exchange, String statements) throws IOException {
    List<String> results = new ArrayList<>();
    for (String statement : statements.split("(?<=;)\n")) {
      results.add(status(statement, "SUCCESS", "Done: " + statement, sequence++));
    }
    write(exchange, 200, "[" + String.join(",", results) + "]");
  }

  static String status(String statement, String status, String message, long sequence) {
    return WireJson.write(
        new CommandResult(
            statement,
            "stream/`X`/create",
            new CommandStatus(CommandStatus.Status.valueOf(status), message, Optional.empty()),
            sequence,
            List.of()));
  }

  private static void write(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  /** No longer answers. */
  void goAway() {
    server.stop(0);
    threads.shutdownNow();
  }

  @Override
  public void close() {
    goAway();
  }
}
