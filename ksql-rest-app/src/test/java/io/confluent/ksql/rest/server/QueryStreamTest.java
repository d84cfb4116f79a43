package io.confluent.ksql.rest.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.engine.ResultRow;
import io.confluent.ksql.engine.TransientQuery.End;
import io.confluent.ksql.engine.topics.OutgoingRecord;
import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.rest.server.FakeQueries.FakeQuery;
import io.confluent.ksql.rest.wire.MediaTypes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class QueryStreamTest {
  private static final String SELECT = "SELECT id, v FROM s EMIT CHANGES;";
  private TestServer server;

  @BeforeEach
  void start() {
    server = new TestServer(Map.of("ksql.max.push.queries", "2")).topic("t", 1);
    server.ksql(
        "CREATE STREAM s (id INT KEY, v VARCHAR) WITH (kafka_topic='t', value_format='JSON');");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String classic(String sql) {
    return "{\"ksql\":\"" + sql + "\"}";
  }

  private static String modern(String sql) {
    return "{\"sql\":\"" + sql + "\"}";
  }

  /** The whole answer of a query that is driven as soon as it runs. */
  private String answer(String path, String body, Consumer<FakeQuery> drive, String... headers) {
    CompletableFuture<HttpResponse<String>> response =
        CompletableFuture.supplyAsync(() -> server.post(path, body, headers));
    drive.accept(running(response));
    assertThat(response.join().statusCode()).isEqualTo(200);
    awaitNoQueries();
    return response.join().body();
  }

  private FakeQuery running(CompletableFuture<HttpResponse<String>> response) {
    while (server.queries().running().isEmpty()) {
      if (response.isDone()) {
        throw new AssertionError(response.join().body());
      }
      Thread.onSpinWait();
    }
    return server.queries().running().get(0);
  }

  @Test
  void saysHowManyRecordsAQueryLeavesOutWhereTheFramingHasAPlaceForIt() {
    server.queries().skip(3);
    Consumer<FakeQuery> end = query -> query.finish(End.COMPLETED);
    assertThat(answer("/query", classic(SELECT), end))
        .contains("\"warnings\":[{\"message\":\"3 existing records are skipped: ");
    assertThat(answer("/query-stream", modern(SELECT), end)).doesNotContain("skipped");
    server.queries().skip(0);
    assertThat(answer("/query", classic(SELECT), end)).doesNotContain("warnings");
  }

  private static void twoRows(FakeQuery query) {
    query.offer(new ResultRow(Arrays.asList(1, "a"), false));
    query.offer(new ResultRow(Arrays.asList(2, null), true));
    query.finish(End.LIMIT_REACHED);
  }

  @Test
  void framesClassicRowsAsOneArray() {
    assertThat(answer("/query", classic(SELECT), QueryStreamTest::twoRows))
        .isEqualTo(
            """
            [{"header":{"queryId":"transient_S_1","schema":"`ID` INTEGER, `V` STRING"}},
            {"row":{"columns":[1,"a"]}},
            {"row":{"columns":[2,null],"tombstone":true}},
            {"finalMessage":"Limit Reached"}]""");
  }

  @Test
  void framesRowsForClassicClientsAsObjectsInLines() {
    String body =
        "{\"ksql\":\"SELECT * FROM s;\",\"streamsProperties\":{\"ksql.classic.mode\":true}}";
    assertThat(answer("/query", body, QueryStreamTest::twoRows))
        .isEqualTo(
            """

            {"row":{"columns":[1,"a"]},"errorMessage":null,"finalMessage":null}
            {"row":{"columns":[2,null]},"errorMessage":null,"finalMessage":null}
            {"row":null,"errorMessage":null,"finalMessage":"Limit Reached"}
            """);
  }

  @Test
  void framesRowsAsLinesByDefault() {
    assertThat(answer("/query-stream", modern(SELECT), QueryStreamTest::twoRows))
        .isEqualTo(
            """
            {"queryId":"transient_S_1","columnNames":["ID","V"],"columnTypes":["INTEGER","STRING"]}
            [1,"a"]
            """);
  }

  @Test
  void framesRowsAsPlainJsonWhenAsked() {
    assertThat(
            answer(
                "/query-stream",
                modern(SELECT),
                QueryStreamTest::twoRows,
                "Accept",
                MediaTypes.JSON))
        .isEqualTo(
            "[{\"queryId\":\"transient_S_1\",\"columnNames\":[\"ID\",\"V\"],"
                + "\"columnTypes\":[\"INTEGER\",\"STRING\"]},[1,\"a\"]]");
  }

  @Test
  void framesModernQueriesClassicallyWhenAsked() {
    String answer =
        answer(
            "/query-stream",
            modern(SELECT),
            query -> query.finish(End.COMPLETED),
            "Accept",
            MediaTypes.KSQL_V1_JSON);
    assertThat(answer)
        .startsWith("[{\"header\"")
        .endsWith(",\n{\"finalMessage\":\"Query Completed\"}]");
  }

  @Test
  void writesValuesOfEveryType() {
    String answer =
        answer(
            "/query-stream",
            modern(SELECT),
            query -> {
              query.offer(
                  new ResultRow(
                      List.of(
                          new BigDecimal("0.00000010"),
                          Double.NaN,
                          new Time(3_600_000),
                          new Date(86_400_000),
                          new Timestamp(1),
                          java.nio.ByteBuffer.wrap(new byte[] {1, 2}),
                          List.of(true, 1L),
                          Map.of("k", 1.5)),
                      false));
              query.finish(End.COMPLETED);
            });
    assertThat(answer.lines().toList().get(1))
        .isEqualTo(
            "[0.00000010,\"NaN\",\"01:00\",\"1970-01-02\",\"1970-01-01T00:00:00.001\",\"AQI=\","
                + "[true,1],{\"k\":1.5}]");
  }

  @Test
  void writesEachRowAtOnce() throws IOException {
    try (BufferedReader lines = lines("/query-stream", modern(SELECT))) {
      assertThat(lines.readLine()).startsWith("{\"queryId\"");
      FakeQuery query = server.queries().running().get(0);
      for (int i = 0; i < 3; i++) {
        query.offer(new ResultRow(List.of(i, "x"), false));
        assertThat(lines.readLine()).isEqualTo("[" + i + ",\"x\"]");
      }
    }
  }

  private BufferedReader lines(String path, String body) {
    return new BufferedReader(
        new InputStreamReader(server.open(path, body).body(), StandardCharsets.UTF_8));
  }

  @Test
  void endsAQueryWhoseClientIsGone() throws IOException {
    try (BufferedReader lines = lines("/query-stream", modern(SELECT))) {
      lines.readLine();
      assertThat(server.queries().running()).hasSize(1);
    }
    awaitNoQueries();
  }

  private void awaitNoQueries() {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!server.queries().running().isEmpty() && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(server.queries().running()).isEmpty();
  }

  @Test
  void waitsWithTheQueryForAClientThatDoesNotRead() throws IOException {
    try (BufferedReader lines = lines("/query-stream", modern(SELECT))) {
      lines.readLine();
      FakeQuery query = server.queries().running().get(0);
      String large = "x".repeat(100_000);
      for (int i = 0; i < 400; i++) {
        query.offer(new ResultRow(List.of(i, large), false));
      }
      settle(query);
      assertThat(query.waiting()).isPositive();
      for (int i = 0; i < 400; i++) {
        assertThat(lines.readLine()).startsWith("[" + i + ",");
      }
      assertThat(query.waiting()).isZero();
    }
  }

  /** Until no more rows are fetched for a while. */
  private static void settle(FakeQuery query) {
    int before = -1;
    while (query.waiting() != before) {
      before = query.waiting();
      try {
        Thread.sleep(300);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Test
  void closesAQueryByItsId() throws IOException {
    try (BufferedReader lines = lines("/query-stream", modern(SELECT))) {
      lines.readLine();
      assertThat(server.post("/close-query", "{\"queryId\":\"transient_S_1\"}").statusCode())
          .isEqualTo(200);
      assertThat(lines.readLine()).isNull();
    }
    assertThat(server.post("/close-query", "{\"queryId\":\"transient_S_1\"}").statusCode())
        .isEqualTo(400);
  }

  @Test
  void terminatesAQueryOfAClientByStatement() throws IOException {
    try (BufferedReader lines = lines("/query-stream", modern(SELECT))) {
      lines.readLine();
      assertThat(
              server.ksql("SHOW QUERIES;").get(0).path("queries").get(0).path("queryType").asText())
          .isEqualTo("PUSH");
      assertThat(server.ksql("TERMINATE transient_s_1;").get(0).path("wasTerminated").asBoolean())
          .isTrue();
      assertThat(lines.readLine()).isNull();
    }
  }

  @Test
  void refusesMoreQueriesThanAllowed() throws IOException {
    try (BufferedReader one = lines("/query-stream", modern(SELECT));
        BufferedReader two = lines("/query-stream", modern(SELECT))) {
      one.readLine();
      two.readLine();
      HttpResponse<String> third = server.post("/query-stream", modern(SELECT));
      assertThat(third.statusCode()).isEqualTo(400);
      assertThat(third.body()).contains("\"error_code\":40003");
    }
  }

  @Test
  void refusesTablesAskedMoreThanAllowed() {
    String pull = "SELECT id, n FROM n WHERE id = 1;";
    for (String limit :
        List.of("ksql.query.pull.max.qps", "ksql.query.pull.max.concurrent.requests")) {
      try (TestServer limited = new TestServer(Map.of(limit, "0")).topic("t", 1)) {
        limited.ksql(
            "CREATE STREAM s (id INT KEY, v VARCHAR) WITH (kafka_topic='t', value_format='JSON');"
                + "CREATE TABLE n AS SELECT id, COUNT(*) AS n FROM s GROUP BY id;");
        HttpResponse<String> refused = limited.post("/query-stream", modern(pull));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("\"error_code\":42900").contains(limit);
      }
    }
  }

  @Test
  void saysWhereAQueryCanGoOn() {
    Consumer<FakeQuery> rows =
        query -> {
          query.offer(new ResultRow(List.of(1, "a"), false));
          query.offer(ResultRow.continuation("dA"));
          query.finish(End.COMPLETED);
        };
    String line = "{\"continuationToken\":\"dA\"}";
    String element = ",\n{\"continuationToken\":" + line + "},\n";
    assertThat(answer("/query-stream", modern(SELECT), rows)).endsWith("]\n" + line + "\n");
    assertThat(answer("/query-stream", modern(SELECT), rows, "Accept", MediaTypes.JSON))
        .endsWith("]," + line + "]");
    assertThat(answer("/query", classic(SELECT), rows)).contains(element);
    assertThat(answer("/query", classic(SELECT), rows, "Accept", MediaTypes.KSQL_V1_PROTOBUF))
        .contains(element);
  }

  @Test
  void handsTheTokenOfTheRequestToTheQuery() {
    String name = "request.ksql.query.push.continuation.token";
    String property = ",\"requestProperties\":{\"" + name + "\":\"dA\"}}";
    for (String path : List.of("/query", "/query-stream")) {
      String body = path.equals("/query") ? classic(SELECT) : modern(SELECT);
      answer(
          path,
          body.substring(0, body.length() - 1) + property,
          query -> {
            assertThat(query.settings()).containsEntry(name, "dA");
            query.finish(End.COMPLETED);
          });
    }
  }

  @Test
  void tellsInTheStreamWhyAQueryFailed() {
    String answer =
        answer(
            "/query",
            classic(SELECT),
            query ->
                query.fail(
                    Diagnostic.error(ErrorCode.KAFKA, "The brokers are gone.").toException()));
    assertThat(answer)
        .contains("{\"errorMessage\":{\"@type\":\"generic_error\",\"error_code\":50000")
        .contains("The brokers are gone.")
        .endsWith("]");
  }

  @Test
  void goesOnWithoutEmitOnTheClassicEndpointOnly() {
    answer(
        "/query",
        classic("SELECT * FROM s;"),
        query -> {
          assertThat(query.plan().end()).isEqualTo(Plan.Push.End.NEVER);
          query.finish(End.COMPLETED);
        });
    answer(
        "/query-stream",
        modern("SELECT * FROM s;"),
        query -> {
          assertThat(query.plan().end()).isEqualTo(Plan.Push.End.AT_END_OF_TOPICS);
          query.finish(End.COMPLETED);
        });
    answer(
        "/query",
        "{\"ksql\":\"SELECT * FROM s;\",\"streamsProperties\":{\"ksql.select.stream.default.emit\":\"none\"}}",
        query -> {
          assertThat(query.plan().end()).isEqualTo(Plan.Push.End.AT_END_OF_TOPICS);
          query.finish(End.COMPLETED);
        });
  }

  @Test
  void handsThePropertiesOfTheRequestToTheQuery() {
    answer(
        "/query",
        "{\"ksql\":\"SELECT * FROM s EMIT CHANGES;\",\"streamsProperties\":{\"ksql.streams.auto.offset.reset\":\"earliest\"}}",
        query -> {
          assertThat(query.settings()).containsEntry("auto.offset.reset", "earliest");
          query.finish(End.COMPLETED);
        });
  }

  @Test
  void answersWrongQueriesWithAnErrorBeforeAnyRow() {
    HttpResponse<String> wrong =
        server.post("/query-stream", modern("SELECT x FROM s EMIT CHANGES;"));
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("statement_error").contains("KSQL-2003");
    assertThat(server.post("/query-stream", modern("LIST STREAMS;")).statusCode()).isEqualTo(400);
    assertThat(server.post("/query", classic(SELECT + SELECT)).statusCode()).isEqualTo(400);
    assertThat(server.post("/query", "{}").statusCode()).isEqualTo(400);
  }

  @Test
  void printsATopic() {
    for (String value : List.of("{\"V\":1}", "{\"V\":2}", "{\"V\":3}")) {
      server
          .topics()
          .write(
              new OutgoingRecord(
                  "t",
                  "key".getBytes(StandardCharsets.UTF_8),
                  value.getBytes(StandardCharsets.UTF_8),
                  0));
    }
    HttpResponse<String> printed =
        server.post("/query-stream", modern("PRINT 't' FROM BEGINNING INTERVAL 2 LIMIT 2;"));
    List<String> lines = printed.body().lines().toList();
    assertThat(lines.get(0)).startsWith("Key format: ").contains("KAFKA_STRING");
    assertThat(lines.get(1)).startsWith("Value format: JSON");
    assertThat(lines.get(2))
        .isEqualTo("rowtime: 1970/01/01 00:00:00.000 Z, key: key, value: {\"V\":1}, partition: 0");
    assertThat(lines.get(lines.size() - 1)).contains("{\"V\":3}");
    assertThat(
            server
                .post("/query-stream", modern("PRINT 't';"), "Accept", MediaTypes.JSON)
                .statusCode())
        .isEqualTo(406);
    assertThat(server.post("/query", classic("PRINT 'T';")).body()).contains("Did you mean t?");
  }
}
