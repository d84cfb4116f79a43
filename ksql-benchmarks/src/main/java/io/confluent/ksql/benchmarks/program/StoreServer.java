package io.confluent.ksql.benchmarks.program;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Answers {@code GET /key} with the row of a store, with the HTTP server that Java brings. */
final class StoreServer {
  private StoreServer() {}

  static HttpServer serve(KafkaStreams streams, int port) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      server.createContext("/", exchange -> answer(streams, exchange));
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(KafkaStreams streams, HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      String key = exchange.getRequestURI().getPath().substring(1);
      ReadOnlyKeyValueStore<String, CountProgram.Total> store =
          streams.store(
              StoreQueryParameters.fromNameAndType(
                  CountProgram.STORE, QueryableStoreTypes.keyValueStore()));
      CountProgram.Total total = store.get(key);
      String text =
          total == null ? "[]" : "[\"" + key + "\"," + total.n() + "," + total.total() + "]";
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
