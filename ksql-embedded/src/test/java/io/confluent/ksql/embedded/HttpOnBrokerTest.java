package io.confluent.ksql.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What only a broker shows of requests: going on with a query, what is read of a table, the end.
 */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class HttpOnBrokerTest {
  private static final String TOKEN = "{\"continuationToken\":\"";

  private final String name = TestBroker.newName("http-");
  @TempDir private Path state;

  private String with(String topic) {
    return " WITH (kafka_topic='" + name + topic + "', partitions=1, value_format='JSON')";
  }

  private String createStream() {
    return "CREATE STREAM s (id INT KEY, v VARCHAR)" + with("in") + ";";
  }

  private static BufferedReader open(RestServer server, String path, String body)
      throws IOException, InterruptedException {
    HttpResponse<InputStream> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(server.url() + path))
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build(),
                HttpResponse.BodyHandlers.ofInputStream());
    return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
  }

  private static String goOn(String sql, String token) {
    return ("{\"sql\":\"%s\",\"requestProperties\":"
            + "{\"request.ksql.query.push.continuation.token\":\"%s\"}}")
        .formatted(sql, token);
  }

  private static String token(String line) {
    assertThat(line).startsWith(TOKEN);
    return line.substring(TOKEN.length(), line.length() - 2);
  }

  @Test
  void goesOnWhereAQueryHasStopped() throws IOException, InterruptedException {
    String follow = "SELECT v FROM o EMIT CHANGES;";
    try (RestServer server =
        RestServer.start(
            state,
            Map.of(
                "ksql.query.push.v2.enabled", "true",
                "ksql.query.push.v2.continuation.tokens.enabled", "true",
                "ksql.query.push.v2.max.catchup.consumers", "1"))) {
      server.ksql(createStream() + "CREATE STREAM o" + with("out") + " AS SELECT * FROM s;");
      String first;
      try (BufferedReader rows = open(server, "/query-stream", "{\"sql\":\"" + follow + "\"}")) {
        assertThat(rows.readLine()).contains("SCALABLE_PUSH_QUERY_");
        server.ksql("INSERT INTO s VALUES (1, 'a');");
        assertThat(rows.readLine()).isEqualTo("[\"a\"]");
        first = token(rows.readLine());
      }
      server.ksql("INSERT INTO s VALUES (2, 'b');");
      try (BufferedReader rows = open(server, "/query-stream", goOn(follow, first))) {
        rows.readLine();
        assertThat(rows.readLine()).isEqualTo("[\"b\"]");
        assertThat(token(rows.readLine())).isNotEqualTo(first);
        HttpResponse<String> second = server.post("/query-stream", goOn(follow, first));
        assertThat(second.statusCode()).isEqualTo(400);
        assertThat(second.body()).contains("Too many queries go on");
      }
      for (String wrong : List.of("x", "MTtvdGhlcjsw", "***")) {
        HttpResponse<String> refused = server.post("/query-stream", goOn(follow, wrong));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("continuation token");
      }
      assertThat(server.post("/query-stream", goOn("SELECT v FROM s EMIT CHANGES;", first)).body())
          .contains("Only a query that shares its reader");
      try (BufferedReader rows = open(server, "/query", "{\"ksql\":\"" + follow + "\"}")) {
        // The end of an element shows with the next one.
        server.ksql("INSERT INTO s VALUES (3, 'c');");
        assertThat(rows.readLine()).startsWith("[{\"header\"");
        assertThat(rows.readLine()).isEqualTo("{\"row\":{\"columns\":[\"c\"]}},");
        server.ksql("INSERT INTO s VALUES (4, 'd');");
        assertThat(rows.readLine()).startsWith("{\"continuationToken\":" + TOKEN);
      }
    }
  }

  @Test
  void readsOfATableWhatIsProcessedAndNotOnlyWhatIsCommitted() {
    try (RestServer server =
        RestServer.start(state, Map.of("ksql.streams.commit.interval.ms", "3600000"))) {
      server.ksql(
          createStream()
              + "CREATE TABLE t WITH (kafka_topic='"
              + name
              + "t') AS SELECT id, COUNT(*) AS n FROM s GROUP BY id;");
      server.ksql("INSERT INTO s VALUES (1, 'a'); INSERT INTO s VALUES (1, 'b');");
      String pull = "SELECT id, n FROM t WHERE id = 1;";
      List<String> rows = server.rows(pull);
      while (!rows.equals(List.of("[1,2]"))) {
        rows = server.rows(pull);
      }
      assertThat(server.rows("SELECT n, id FROM t;")).containsExactly("[2,1]");
      server.ksql("DROP TABLE t;");
      assertThat(server.post("/query-stream", "{\"sql\":\"" + pull + "\"}").statusCode())
          .isEqualTo(400);
    }
  }

  @Test
  void endsItsServiceWithTheTopicsThatAreNamed() throws ExecutionException, InterruptedException {
    try (RestServer server =
        RestServer.start(state, Map.of("ksql.service.id", name, "ksql.heartbeat.enable", "true"))) {
      server.ksql(
          createStream()
              + "CREATE STREAM gone"
              + with("gone")
              + " AS SELECT * FROM s; CREATE STREAM kept"
              + with("kept")
              + " AS SELECT * FROM s;");
      assertThat(server.get("/clusterStatus").body()).contains("\"hostAlive\":true");
      String command = "_confluent-ksql-" + name + "_command_topic";
      assertThat(topics()).contains(command, name + "gone");
      HttpResponse<String> answer =
          server.post("/ksql/terminate", "{\"deleteTopicList\":[\"http-.*gone\",\"http-.*in\"]}");
      assertThat(answer.body()).contains("cluster/TerminateCluster/terminate").contains("SUCCESS");
      assertThat(topics()).contains(name + "in", name + "kept");
      assertThat(topics()).doesNotContain(command, name + "gone");
      assertThat(server.post("/ksql", "{\"ksql\":\"LIST STREAMS;\"}").body()).contains("50304");
    }
  }

  private static Set<String> topics() throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(TestBroker.clients())) {
      return admin.listTopics().names().get();
    }
  }
}
