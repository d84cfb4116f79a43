package io.confluent.ksql.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.confluent.ksql.rest.wire.KsqlRequest;
import io.confluent.ksql.rest.wire.WireJson;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a statement to a worker in the same process to a URL. */
final class EmbeddedWorkerTest {
  @TempDir Path directory;
  private final List<String> posted = new CopyOnWriteArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private HttpServer receiver;

  @BeforeEach
  void start() throws Exception {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    receiver.start();
  }

  @AfterEach
  void stop() {
    receiver.stop(0);
  }

  @Test
  void postsAlertsOfAStreamAndKeepsTheConnector() throws Exception {
    try (EmbeddedServer server = server()) {
      ksql(
          server,
          "CREATE STREAM alerts (id INT KEY, v DOUBLE)"
              + " WITH (kafka_topic='alerts', value_format='JSON', partitions=1);");
      String create =
          "CREATE SINK CONNECTOR hook WITH ('connector.class'='WebhookSink', 'topics'='alerts',"
              + " 'webhook.url'='http://localhost:"
              + receiver.getAddress().getPort()
              + "/', 'consumer.override.auto.offset.reset'='earliest',"
              + " 'value.converter'='org.apache.kafka.connect.storage.StringConverter');";
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(ksql(server, create)).contains("connector_info"));
      ksql(server, "INSERT INTO alerts VALUES (1, 2.5);");
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(posted).containsExactly("{\"V\":2.5}"));
      assertThat(ksql(server, "SHOW CONNECTOR PLUGINS;"))
          .contains("MqttSourceConnector", "SearchSinkConnector", "ElasticsearchSinkConnector");
    }
    try (EmbeddedServer server = server()) {
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(
              () -> assertThat(ksql(server, "SHOW CONNECTORS;")).contains("HOOK", "RUNNING (1/1"));
    }
  }

  private EmbeddedServer server() {
    return EmbeddedServer.start(
        PortPlan.free(), directory, Map.of("ksql.connect.embedded", "true"));
  }

  private String ksql(EmbeddedServer server, String statement) throws Exception {
    String body = WireJson.write(KsqlRequest.of(statement));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url() + "/ksql"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
