package io.confluent.ksql.rest.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.confluent.ksql.rest.wire.WireJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A worker of Kafka Connect that keeps connectors and runs none; it answers as the real one. */
final class FakeWorker implements AutoCloseable {
  private static final String PLUGINS =
      """
      [{"class":"org.example.MqttSinkConnector","type":"sink","version":"1"},
       {"class":"org.example.MqttSourceConnector","type":"source","version":"1"}]""";

  private final Map<String, JsonNode> connectors = new TreeMap<>();
  private final HttpServer server;
  private int refusals;

  FakeWorker() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** Refuses so many of the next changes, as a worker does while it joins others. */
  synchronized void busy(int changes) {
    refusals = changes;
  }

  /** What a connector was created with. */
  synchronized JsonNode config(String name) {
    return connectors.get(name).path("config");
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getRawPath().split("/");
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (refusals > 0 && !exchange.getRequestMethod().equals("GET")) {
      refusals--;
      error(exchange, 409, "Cannot complete request because of a conflicting operation");
      return;
    }
    switch (path[1]) {
      case "connector-plugins" -> send(exchange, 200, PLUGINS);
      case "connectors" -> {
        if (path.length == 2) {
          all(exchange, body);
        } else {
          String name = URLDecoder.decode(path[2], StandardCharsets.UTF_8);
          one(exchange, name, path.length == 3 ? "" : path[3]);
        }
      }
      default -> send(exchange, 404, "");
    }
  }

  private void all(HttpExchange exchange, String body) throws IOException {
    if (exchange.getRequestMethod().equals("GET")) {
      ObjectNode all = WireJson.mapper().createObjectNode();
      connectors.forEach(
          (name, connector) -> all.putObject(name).setAll(expanded(name, connector)));
      send(exchange, 200, all.toString());
      return;
    }
    JsonNode wanted = WireJson.mapper().readTree(body);
    String name = wanted.path("name").asText();
    if (connectors.containsKey(name)) {
      error(exchange, 409, "Connector " + name + " already exists");
    } else if (wanted.path("config").has("wrong")) {
      error(
          exchange,
          400,
          "Connector configuration is invalid: wrong is wrong\\n"
              + "You can also find the above list of errors at the endpoint `/x/validate`");
    } else {
      ObjectNode info = (ObjectNode) wanted;
      ArrayNode tasks = info.putArray("tasks");
      tasks.addObject().put("connector", name).put("task", 0);
      boolean sink = wanted.path("config").path("connector.class").asText().contains("Sink");
      info.put("type", sink ? "sink" : "source");
      connectors.put(name, info);
      send(exchange, 201, info.toString());
    }
  }

  private static Map<String, JsonNode> expanded(String name, JsonNode info) {
    return Map.of("info", info, "status", status(name, info));
  }

  private static ObjectNode status(String name, JsonNode info) {
    ObjectNode status = WireJson.mapper().createObjectNode();
    status.put("name", name).put("type", info.path("type").asText());
    status.putObject("connector").put("state", "RUNNING").put("worker_id", "w:8083");
    status
        .putArray("tasks")
        .addObject()
        .put("id", 0)
        .put("state", "FAILED")
        .put("worker_id", "w:8083")
        .put("trace", "oops");
    return status;
  }

  private void one(HttpExchange exchange, String name, String part) throws IOException {
    JsonNode found = connectors.get(name);
    if (found == null) {
      error(exchange, 404, "Connector " + name + " not found");
    } else if (exchange.getRequestMethod().equals("DELETE")) {
      connectors.remove(name);
      send(exchange, 204, "");
    } else if (part.equals("status")) {
      send(exchange, 200, status(name, found).toString());
    } else if (part.equals("topics")) {
      send(exchange, 200, "{\"%s\":{\"topics\":[\"t\"]}}".formatted(name));
    } else {
      send(exchange, 200, found.toString());
    }
  }

  private static void error(HttpExchange exchange, int status, String message) throws IOException {
    send(exchange, status, "{\"error_code\":%d,\"message\":\"%s\"}".formatted(status, message));
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
