package io.confluent.ksql.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.rest.server.KsqlServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A server on the tests' broker, asked by HTTP. Queries read from the beginning. */
final class RestServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String EARLIEST = "{\"auto.offset.reset\":\"earliest\"}";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final KsqlServer server;

  private RestServer(KsqlServer server) {
    this.server = server;
  }

  /** Starts a service of its own. */
  static RestServer start(Path state, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("bootstrap.servers", TestBroker.bootstrapServers());
    settings.put("listeners", "http://127.0.0.1:0");
    settings.put("ksql.service.id", TestBroker.newName("service-"));
    settings.put("ksql.streams.state.dir", state.toString());
    settings.put("ksql.streams.commit.interval.ms", "100");
    settings.put("ksql.streams.num.stream.threads", "1");
    settings.putAll(more);
    return new RestServer(KsqlServer.start(settings));
  }

  /** The answer to statements, which must be right. */
  String ksql(String statements) {
    HttpResponse<String> answer =
        post("/ksql", "{\"ksql\":\"%s\",\"streamsProperties\":%s}".formatted(statements, EARLIEST));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  /** The rows of a query that ends, each as it is written; the line before them is left out. */
  List<String> rows(String sql) {
    List<String> lines =
        post("/query-stream", "{\"sql\":\"%s\",\"properties\":%s}".formatted(sql, EARLIEST))
            .body()
            .lines()
            .toList();
    assertThat(lines.get(0)).as(sql).startsWith("{\"queryId\":");
    return lines.subList(1, lines.size());
  }

  HttpResponse<String> post(String path, String body) {
    return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url() + path)).timeout(PATIENCE);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  String url() {
    return server.url();
  }

  @Override
  public void close() {
    server.close();
  }
}
