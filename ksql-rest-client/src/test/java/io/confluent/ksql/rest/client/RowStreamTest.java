package io.confluent.ksql.rest.client;

import static io.confluent.ksql.rest.client.ScriptedServer.flush;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.confluent.ksql.rest.wire.GenericError;
import io.confluent.ksql.rest.wire.KsqlRequest;
import io.confluent.ksql.rest.wire.QueryStreamRequest;
import io.confluent.ksql.rest.wire.StreamedRow;
import io.confluent.ksql.rest.wire.WireErrorCode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RowStreamTest {
  private static final String HEADER =
      "{\"header\":{\"queryId\":\"transient_S_123\",\"schema\":\"`ID` INTEGER, `NAME` STRING\"}}";
  private static final StreamedRow HEADER_ELEMENT =
      StreamedRow.header(Optional.of("transient_S_123"), "`ID` INTEGER, `NAME` STRING");

  private ScriptedServer server;
  private KsqlClient client;

  @BeforeEach
  void start() throws Exception {
    server = ScriptedServer.start();
    client = new KsqlClient(ClientOptions.of(server.uri()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private List<StreamedRow> query() {
    List<StreamedRow> elements = new ArrayList<>();
    try (RowStream rows = client.query(KsqlRequest.of("SELECT * FROM S EMIT CHANGES;"))) {
      rows.forEach(elements::add);
    }
    return elements;
  }

  @Test
  void readsTheClassicFraming() {
    server.stream(
        "/query",
        "[" + HEADER + ",\n",
        "{\"row\":{\"columns\":[1,\"a\"]}},\n",
        "{\"row\":{\"columns\":[2,null]}},\n{\"row\":{\"columns\":[null,5],",
        "\"tombstone\":true}},\n",
        "\n",
        "{\"finalMessage\":\"Limit Reached\"}]");

    assertThat(query())
        .containsExactly(
            HEADER_ELEMENT,
            StreamedRow.row(List.of(1, "a")),
            StreamedRow.row(Arrays.asList(2, null)),
            StreamedRow.tombstone(Arrays.asList(null, 5)),
            StreamedRow.finalMessage("Limit Reached"));
    assertThat(server.lastRequest().line()).isEqualTo("POST /query");
    assertThat(server.lastRequest().body()).contains("\"ksql\":\"SELECT * FROM S EMIT CHANGES;\"");
  }

  @Test
  void endsWithoutAFinalMessage() {
    server.stream("/query", "[" + HEADER + "]");

    assertThat(query()).containsExactly(HEADER_ELEMENT);
  }

  @Test
  void givesARowBeforeTheNextOneComes() throws Exception {
    CountDownLatch seen = new CountDownLatch(1);
    server.stream(
        "/query",
        out -> {
          flush(out, "[" + HEADER);
          flush(out, ",\n{\"row\":{\"columns\":[1,\"a\"]}}");
          assertThat(seen.await(10, TimeUnit.SECONDS)).isTrue();
          flush(out, "]");
        });

    try (RowStream rows = client.query(KsqlRequest.of("SELECT 1;"))) {
      assertThat(rows.next()).contains(HEADER_ELEMENT);
      assertThat(rows.queryId()).contains("transient_S_123");
      assertThat(rows.next()).contains(StreamedRow.row(List.of(1, "a")));
      seen.countDown();
      assertThat(rows.next()).isEmpty();
      assertThat(rows.next()).isEmpty();
    }
  }

  @Test
  void skipsLinesThatOnlyKeepTheConnection() {
    server.stream("/query", "[", HEADER, ",\n", "\n", "\n", "\n", "{\"row\":{\"columns\":[1]}}]");

    assertThat(query()).containsExactly(HEADER_ELEMENT, StreamedRow.row(List.of(1)));
  }

  @Test
  void failsWithAnErrorInTheStream() {
    server.stream(
        "/query",
        "[" + HEADER + ",\n{\"row\":{\"columns\":[1,\"a\"]}},\n",
        "{\"errorMessage\":{\"@type\":\"generic_error\",\"error_code\":50000,",
        "\"message\":\"Broken.\"}},\n]");
    List<StreamedRow> elements = new ArrayList<>();

    ServerErrorException failure;
    try (RowStream rows = client.query(KsqlRequest.of("SELECT 1;"))) {
      failure = catchThrowableOfType(ServerErrorException.class, () -> rows.forEach(elements::add));
      assertThat(rows.next()).isEmpty();
    }

    assertThat(elements).hasSize(2);
    assertThat(failure.error()).isEqualTo(GenericError.of(WireErrorCode.SERVER_ERROR, "Broken."));
  }

  @Test
  void failsBeforeTheStreamBegins() {
    server.answer(
        "/query",
        400,
        "{\"@type\":\"generic_error\",\"error_code\":40000,\"message\":\"Neither.\"}");

    assertThatThrownBy(this::query).isInstanceOf(ServerErrorException.class).hasMessage("Neither.");
  }

  @Test
  void saysThatTheServerWentAway() {
    server.stream(
        "/query",
        out -> {
          flush(out, "[" + HEADER + ",\n{\"row\":{\"col");
          throw new IOException("the server falls over");
        });

    assertThatThrownBy(this::query).hasMessageContaining("has broken the connection");
  }

  @Test
  void readsTheRowsOfAClassicServer() {
    server.stream(
        "/query",
        "\n\n",
        "{\"row\":{\"columns\":[1526000000000,\"k\",1.50]},\"errorMessage\":null}\n",
        "\n",
        "{\"row\":null,\"errorMessage\":null,\"finalMessage\":\"Limit Reached\"}\n");

    assertThat(query())
        .containsExactly(
            StreamedRow.row(List.of(1526000000000L, "k", new BigDecimal("1.50"))),
            StreamedRow.finalMessage("Limit Reached"));
  }

  @Test
  void readsTheDelimitedFraming() {
    server.stream(
        "/query-stream",
        "{\"queryId\":\"q1\",\"columnNames\":[\"A\",\"b`c\"],"
            + "\"columnTypes\":[\"BIGINT\",\"ARRAY<STRING>\"]}\n",
        "[1,[\"x\",null]]\n[2.50,{\"k\":1.0E-5}]\n",
        "{\"consistencyToken\":{\"consistencyToken\":\"t\"}}\n",
        "{\"continuationToken\":\"c\"}\n");
    List<StreamedRow> elements = new ArrayList<>();

    client.queryStream(QueryStreamRequest.of("SELECT 1;")).forEach(elements::add);

    assertThat(elements)
        .containsExactly(
            StreamedRow.header(Optional.of("q1"), "`A` BIGINT, `b``c` ARRAY<STRING>"),
            StreamedRow.row(List.of(1, Arrays.asList("x", null))),
            StreamedRow.row(List.of(new BigDecimal("2.50"), Map.of("k", 1.0E-5))),
            StreamedRow.consistencyToken("t"),
            StreamedRow.continuationToken("c"));
    assertThat(server.lastRequest().accept()).isEqualTo("application/vnd.ksqlapi.delimited.v1");
  }

  @Test
  void failsWithAnErrorLine() {
    server.stream(
        "/query-stream",
        "{\"queryId\":null,\"columnNames\":[\"A\"],\"columnTypes\":[\"BIGINT\"]}\n",
        "{\"@type\":\"generic_error\",\"error_code\":50000,\"message\":\"Broken.\"}\n");

    assertThatThrownBy(
            () -> client.queryStream(QueryStreamRequest.of("SELECT 1;")).forEach(element -> {}))
        .isInstanceOf(ServerErrorException.class)
        .hasMessage("Broken.");
  }

  @Test
  void closingFromAnotherThreadEndsTheWaitAndTheConnection() throws Exception {
    CountDownLatch gone = new CountDownLatch(1);
    server.stream(
        "/query",
        out -> {
          flush(out, "[" + HEADER);
          try {
            while (true) {
              TimeUnit.MILLISECONDS.sleep(10);
              flush(out, "\n");
            }
          } catch (IOException e) {
            gone.countDown();
          }
        });
    RowStream rows = client.query(KsqlRequest.of("SELECT 1;"));
    assertThat(rows.next()).isPresent();

    CompletableFuture<Optional<StreamedRow>> waiting = CompletableFuture.supplyAsync(rows::next);
    TimeUnit.MILLISECONDS.sleep(50);
    assertThat(waiting).isNotDone();
    rows.close();

    assertThat(waiting.get(10, TimeUnit.SECONDS)).isEmpty();
    assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void closingAQueryStreamEarlyStopsTheQueryByItsId() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    server.answer("/close-query", 200, "");
    server.stream(
        "/query-stream",
        out -> {
          flush(out, "{\"queryId\":\"q1\",\"columnNames\":[],\"columnTypes\":[]}\n");
          never.await();
        });

    try (RowStream rows = client.queryStream(QueryStreamRequest.of("SELECT 1;"))) {
      assertThat(rows.next()).isPresent();
    }

    assertThat(server.lastRequest().line()).isEqualTo("POST /close-query");
    assertThat(server.lastRequest().body()).isEqualTo("{\"queryId\":\"q1\"}");
  }

  @Test
  void closingAQueryThatHasEndedAsksNothing() {
    server.answer("/close-query", 200, "");
    server.stream("/query-stream", "{\"queryId\":\"q1\",\"columnNames\":[],\"columnTypes\":[]}\n");

    try (RowStream rows = client.queryStream(QueryStreamRequest.of("SELECT 1;"))) {
      rows.forEach(element -> {});
    }

    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void readsTheLinesOfPrint() {
    server.stream(
        "/query",
        "Key format: KAFKA_STRING\n\n",
        "rowtime: 2022/12/02 17:22:02.556 Z, key: ä, val",
        "ue: 1, partition: 0\n",
        "Topic printing ceased\n");
    List<String> lines = new ArrayList<>();

    try (LineStream stream = client.print(KsqlRequest.of("PRINT t;"))) {
      stream.forEach(lines::add);
    }

    assertThat(lines)
        .containsExactly(
            "Key format: KAFKA_STRING",
            "rowtime: 2022/12/02 17:22:02.556 Z, key: ä, value: 1, partition: 0",
            "Topic printing ceased");
  }

  @Test
  void closingPrintFromAnotherThreadEndsTheWait() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    server.stream(
        "/query",
        out -> {
          flush(out, "one\n");
          never.await();
        });
    LineStream lines = client.print(KsqlRequest.of("PRINT t;"));
    assertThat(lines.next()).contains("one");

    CompletableFuture<Optional<String>> waiting = CompletableFuture.supplyAsync(lines::next);
    TimeUnit.MILLISECONDS.sleep(50);
    assertThat(waiting).isNotDone();
    lines.close();

    assertThat(waiting.get(10, TimeUnit.SECONDS)).isEmpty();
  }

  @Test
  void nothingComesAfterClosing() {
    server.stream("/query", "one\ntwo\n");
    LineStream lines = client.print(KsqlRequest.of("PRINT t;"));
    assertThat(lines.next()).contains("one");

    lines.close();

    assertThat(lines.next()).isEmpty();
  }
}
