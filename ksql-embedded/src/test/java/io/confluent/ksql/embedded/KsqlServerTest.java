package io.confluent.ksql.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.rest.server.KsqlServer;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server on a broker, through HTTP. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class KsqlServerTest {
  /** A new query reads what was written before it started, too. */
  private static final String EARLIEST = "SET 'auto.offset.reset'='earliest'; ";

  private final String service = TestBroker.newName("service-");
  private final String topic = TestBroker.newName("input-");
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  @TempDir private Path state;
  private KsqlServer server;

  @BeforeEach
  void start() {
    server =
        KsqlServer.start(
            Map.of(
                "bootstrap.servers",
                TestBroker.bootstrapServers(),
                "listeners",
                "http://127.0.0.1:0",
                "ksql.service.id",
                service,
                "ksql.logging.processing.stream.auto.create",
                "true",
                "ksql.streams.state.dir",
                state.toString(),
                "ksql.streams.commit.interval.ms",
                "100",
                "ksql.streams.num.stream.threads",
                "1"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String ksql(String statements) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            post("/ksql", "{\"ksql\":\"" + statements + "\"}"),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private HttpRequest post(String path, String body) {
    return HttpRequest.newBuilder(URI.create(server.url() + path))
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private BufferedReader query(String sql) throws IOException, InterruptedException {
    HttpResponse<InputStream> answer =
        http.send(
            post(
                "/query-stream",
                "{\"sql\":\"" + sql + "\",\"properties\":{\"auto.offset.reset\":\"earliest\"}}"),
            HttpResponse.BodyHandlers.ofInputStream());
    return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
  }

  private void createInput() throws IOException, InterruptedException {
    ksql(
        "CREATE STREAM s (id INT KEY, v VARCHAR) WITH (kafka_topic='"
            + topic
            + "', partitions=1, value_format='JSON');");
  }

  @Test
  void carriesRowsFromInsertThroughAQueryToAClient() throws IOException, InterruptedException {
    createInput();
    ksql(
        EARLIEST
            + "CREATE STREAM o WITH (kafka_topic='"
            + topic
            + "-out') AS SELECT id, UCASE(v) AS v FROM s WHERE id > 1;");
    ksql("INSERT INTO s VALUES (1, 'a'); INSERT INTO s VALUES (2, 'b');");
    try (BufferedReader rows = query("SELECT * FROM o EMIT CHANGES LIMIT 1;")) {
      assertThat(rows.readLine()).contains("\"columnNames\":[\"ID\",\"V\"]");
      assertThat(rows.readLine()).isEqualTo("[2,\"B\"]");
      assertThat(rows.readLine()).isNull();
    }
    assertThat(ksql("SHOW QUERIES;")).contains("\"state\":\"RUNNING\"");
  }

  @Test
  void saysHowManyRecordsAQueryThatBeginsNowLeavesOut() throws IOException, InterruptedException {
    createInput();
    ksql("INSERT INTO s VALUES (1, 'before'); INSERT INTO s VALUES (2, 'before');");
    String create = "CREATE STREAM o WITH (kafka_topic='" + topic + "-out') AS SELECT * FROM s;";
    assertThat(ksql(create)).contains("2 existing records are skipped");
    assertThat(ksql("CREATE OR REPLACE " + create.substring("CREATE ".length())))
        .contains("SUCCESS")
        .doesNotContain("skipped");
    ksql("INSERT INTO s VALUES (3, 'after');");
    try (BufferedReader rows = query("SELECT v FROM o EMIT CHANGES LIMIT 1;")) {
      rows.readLine();
      assertThat(rows.readLine()).isEqualTo("[\"after\"]");
    }
    assertThat(ksql("DROP STREAM o;")).contains("stays with its record");
    assertThat(ksql(EARLIEST + create)).doesNotContain("skipped");
  }

  @Test
  void startsAQueryFreshOnATopicWithRowsOfAnotherRule() throws IOException, InterruptedException {
    createInput();
    String out =
        " STREAM o WITH (kafka_topic='" + topic + "-out', start='fresh') AS SELECT * FROM s";
    ksql("INSERT INTO s VALUES (1, 'a'); INSERT INTO s VALUES (5, 'b');");
    ksql(EARLIEST + "CREATE" + out + " WHERE id > 0;");
    ksql("CREATE STREAM reader WITH (kafka_topic='" + topic + "-r') AS SELECT * FROM o;");
    firstRow("SELECT v FROM o EMIT CHANGES LIMIT 2;", "[\"a\"]");
    ksql(EARLIEST + "CREATE OR REPLACE" + out + " WHERE id > 4;");
    firstRow("SELECT v FROM o EMIT CHANGES LIMIT 1;", "[\"b\"]");
    assertThat(ksql("DESCRIBE o EXTENDED;")).contains("\"logStartOffset\":2,\"logEndOffset\":3");
    ksql("DROP STREAM reader; DROP STREAM o;");
    ksql(EARLIEST + "CREATE" + out + " WHERE id = 1;");
    firstRow("SELECT v FROM o EMIT CHANGES LIMIT 1;", "[\"a\"]");
    server.close();
    start();
    firstRow("SELECT v FROM o EMIT CHANGES LIMIT 1;", "[\"a\"]");
  }

  private void firstRow(String sql, String row) throws IOException, InterruptedException {
    try (BufferedReader rows = query(sql)) {
      rows.readLine();
      assertThat(rows.readLine()).isEqualTo(row);
    }
  }

  @Test
  void saysHowFarTheReadersOfAStreamAre() throws IOException, InterruptedException {
    createInput();
    ksql(EARLIEST + "CREATE STREAM o WITH (kafka_topic='" + topic + "-out') AS SELECT * FROM s;");
    ksql("INSERT INTO s VALUES (1, 'a'); INSERT INTO s VALUES (2, 'b');");
    String read = "\"logStartOffset\":0,\"logEndOffset\":2,\"consumerOffset\":2";
    String described = ksql("DESCRIBE s EXTENDED;");
    while (!described.contains(read)) {
      described = ksql("DESCRIBE s EXTENDED;");
    }
    assertThat(described).contains("\"groupId\":\"_confluent-ksql-" + service + "query_CSAS_O_");
  }

  @Test
  void goesOnAfterARestart() throws IOException, InterruptedException {
    createInput();
    ksql(EARLIEST + "CREATE STREAM o WITH (kafka_topic='" + topic + "-out') AS SELECT * FROM s;");
    server.close();
    start();
    assertThat(ksql("LIST STREAMS;")).contains("\"name\":\"S\"").contains("\"name\":\"O\"");
    ksql("INSERT INTO s VALUES (7, 'after');");
    try (BufferedReader rows = query("SELECT v FROM o EMIT CHANGES LIMIT 1;")) {
      rows.readLine();
      assertThat(rows.readLine()).isEqualTo("[\"after\"]");
    }
    assertThat(ksql("DROP STREAM o DELETE TOPIC;")).contains("SUCCESS");
    assertThat(ksql("SHOW TOPICS;")).contains(topic).doesNotContain(topic + "-out");
  }

  @Test
  void sharesItsCatalogWithTheOtherServersOfItsService() throws IOException, InterruptedException {
    try (KsqlServer first = server) {
      createInput();
      start();
      assertThat(
              ksql(
                  EARLIEST
                      + "CREATE STREAM o WITH (kafka_topic='"
                      + topic
                      + "-out') AS SELECT * FROM s;"))
          .contains("SUCCESS");
      KsqlServer second = server;
      server = first;
      assertThat(ksql("CREATE STREAM p WITH (kafka_topic='" + topic + "-p') AS SELECT * FROM o;"))
          .contains("SUCCESS");
      server = second;
    }
  }

  @Test
  void showsRecordsThatFailInAStream() throws IOException, InterruptedException {
    createInput();
    ksql(EARLIEST + "CREATE STREAM o WITH (kafka_topic='" + topic + "-out') AS SELECT * FROM s;");
    Records.write(TestBroker.bootstrapServers(), topic, 1, List.of("no JSON"));
    try (BufferedReader rows =
        query("SELECT message->type AS t, logger FROM KSQL_PROCESSING_LOG EMIT CHANGES LIMIT 1;")) {
      assertThat(rows.readLine()).contains("\"columnNames\":[\"T\",\"LOGGER\"]");
      assertThat(rows.readLine()).startsWith("[0,\"processing.CSAS_O_");
    }
  }

  @Test
  void readsAStreamToItsEnd() throws IOException, InterruptedException {
    createInput();
    ksql("INSERT INTO s VALUES (1, 'a'); INSERT INTO s VALUES (2, 'b');");
    try (BufferedReader rows = query("SELECT v FROM s;")) {
      rows.readLine();
      assertThat(rows.readLine()).isEqualTo("[\"a\"]");
      assertThat(rows.readLine()).isEqualTo("[\"b\"]");
      assertThat(rows.readLine()).isNull();
    }
  }

  @Test
  void printsATopic() throws IOException, InterruptedException {
    createInput();
    ksql("INSERT INTO s (ROWTIME, id, v) VALUES (0, 5, 'a');");
    try (BufferedReader lines = query("PRINT '" + topic + "' FROM BEGINNING LIMIT 1;")) {
      assertThat(lines.readLine()).startsWith("Key format:");
      assertThat(lines.readLine()).startsWith("Value format: JSON");
      assertThat(lines.readLine())
          .isEqualTo(
              "rowtime: 1970/01/01 00:00:00.000 Z, key: 5, value: {\"V\":\"a\"}, partition: 0");
    }
  }
}
