package io.confluent.ksql.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
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
              + " WITH (kafka_topic='alerts', value_format='AVRO', partitions=1);");
      String create =
          "CREATE SINK CONNECTOR hook WITH ('connector.class'='WebhookSink', 'topics'='alerts',"
              + " 'webhook.url'='http://localhost:"
              + receiver.getAddress().getPort()
              + "/', 'consumer.override.auto.offset.reset'='earliest',"
              + " 'value.converter'='io.confluent.connect.avro.AvroConverter',"
              + " 'value.converter.schema.registry.url'='"
              + server.registry()
              + "');";
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

  @Test
  void takesTheConfigurationsOfTheDocuments() throws Exception {
    try (EmbeddedBroker broker = new EmbeddedBroker(directory, 0).start();
        EmbeddedWorker embedded = EmbeddedWorker.start(broker.bootstrapServers(), 0, Map.of())) {
      String worker = embedded.url() + "connectors/";
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(get(worker)).isEqualTo("[]"));
      JsonNode source =
          create(
              worker,
              """
              {"name":"mqtt-source","config":{
                "connector.class":"io.confluent.connect.mqtt.MqttSourceConnector","tasks.max":1,
                "mqtt.server.uri":"tcp://127.0.0.1:1","mqtt.topics":"electric-temperature",
                "kafka.topic":"electric-temperature",
                "value.converter":"org.apache.kafka.connect.converters.ByteArrayConverter",
                "errors.log.enable":"true","errors.log.include.messages":"true",
                "confluent.topic.bootstrap.servers":"localhost:9092",
                "confluent.topic.replication.factor":1,"confluent.license":""}}
              """);
      assertThat(source.path("name").asText()).isEqualTo("mqtt-source");
      assertThat(source.path("type").asText()).isEqualTo("source");
      assertThat(source.path("config").path("name").asText()).isEqualTo("mqtt-source");
      assertThat(source.path("config").path("confluent.topic.replication.factor").asText())
          .isEqualTo("1");
      create(
          worker,
          """
          {"name":"mqtt-sink","config":{
            "connector.class":"io.confluent.connect.mqtt.MqttSinkConnector","tasks.max":"1",
            "mqtt.server.uri":"tcp://127.0.0.1:1","topics":"electric-temperature",
            "key.converter":"org.apache.kafka.connect.converters.ByteArrayConverter",
            "value.converter":"org.apache.kafka.connect.converters.ByteArrayConverter",
            "confluent.topic.replication.factor":1,"confluent.license":""}}
          """);
      create(
          worker,
          """
          {"name":"es_sink_raw_events","config":{
            "connector.class":"io.confluent.connect.elasticsearch.ElasticsearchSinkConnector",
            "topics":"SENSOR_RAW","key.converter":"org.apache.kafka.connect.storage.StringConverter",
            "connection.url":"http://localhost:9200","type.name":"type.name=kafkaconnect",
            "topic.index.map":"SENSOR_RAW:healthsensorinput_raw","key.ignore":"true",
            "schema.ignore":"true","transforms":"ExtractTimestamp",
            "transforms.ExtractTimestamp.type":"org.apache.kafka.connect.transforms.InsertField$Value",
            "transforms.ExtractTimestamp.timestamp.field":"EXTRACT_TS"}}
          """);
      assertThat(WireJson.mapper().readTree(get(worker)))
          .extracting(JsonNode::asText)
          .containsExactlyInAnyOrder("mqtt-source", "mqtt-sink", "es_sink_raw_events");
      for (String name : List.of("mqtt-source", "mqtt-sink", "es_sink_raw_events")) {
        await()
            .atMost(Duration.ofSeconds(30))
            .untilAsserted(
                () ->
                    assertThat(get(worker + name + "/status"))
                        .contains("\"tasks\":[{\"id\":0,\"state\":\"RUNNING\""));
      }
    }
  }

  private JsonNode create(String worker, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(worker))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    // A worker that has just started a connector is busy for a moment.
    while (answer.statusCode() == 409) {
      Thread.sleep(200);
      answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    }
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return WireJson.mapper().readTree(answer.body());
  }

  private String get(String url) throws Exception {
    return http.send(
            HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private EmbeddedServer server() {
    // The worker takes a port when the others have made connections, which need some too.
    return EmbeddedServer.start(
        PortPlan.free().with(PortPlan.Service.CONNECT, 0),
        directory,
        Map.of("ksql.connect.embedded", "true"));
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
