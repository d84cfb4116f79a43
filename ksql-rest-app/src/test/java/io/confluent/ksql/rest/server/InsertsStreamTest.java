package io.confluent.ksql.rest.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.rest.wire.MediaTypes;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class InsertsStreamTest {
  private static final String TARGET = "{\"target\":\"s\"}";
  private TestServer server;
  private Http2Client http;

  @BeforeEach
  void start() {
    start(Map.of());
  }

  private void start(Map<String, String> settings) {
    server = new TestServer(settings).topic("t", 1).topic("w", 1);
    server.ksql(
        "CREATE STREAM s (id INT KEY, v VARCHAR, b BYTES, a ARRAY<INT>)"
            + " WITH (kafka_topic='t', value_format='JSON');"
            + "CREATE STREAM `Mixed` (`Id` INT KEY, v VARCHAR)"
            + " WITH (kafka_topic='t', value_format='JSON');"
            + "CREATE SOURCE STREAM fixed (id INT KEY, v VARCHAR)"
            + " WITH (kafka_topic='t', value_format='JSON');"
            + "CREATE STREAM w (id INT KEY, v VARCHAR) WITH (kafka_topic='w', value_format='JSON',"
            + " window_type='SESSION');");
    http = new Http2Client(server.port());
  }

  @AfterEach
  void stop() {
    http.close();
    server.close();
  }

  private Http2Client.Conversation begin() {
    return http.post("/inserts-stream", MediaTypes.DELIMITED);
  }

  private String answer(String... lines) throws InterruptedException {
    Http2Client.Conversation conversation = begin();
    for (String line : lines) {
      conversation.offer(line);
    }
    return conversation.end().body();
  }

  private List<String> written() {
    return server.topics().records("t").stream()
        .map(record -> new String(record.value(), StandardCharsets.UTF_8))
        .toList();
  }

  @Test
  void answersEachRowWhileMoreAreSent() throws InterruptedException {
    Http2Client.Conversation conversation = begin().send(TARGET);
    assertThat(conversation.response().statusCode()).isEqualTo(200);
    conversation.send("{\"ID\":1,\"V\":\"a\",\"B\":\"AQI=\",\"A\":[1,null]}");
    assertThat(conversation.line()).isEqualTo("{\"status\":\"ok\",\"seq\":0}");
    conversation.send("{\"id\":2}");
    assertThat(conversation.line()).isEqualTo("{\"status\":\"ok\",\"seq\":1}");
    assertThat(written())
        .containsExactly(
            "{\"V\":\"a\",\"B\":\"AQI=\",\"A\":[1,null]}", "{\"V\":null,\"B\":null,\"A\":null}");
    assertThat(server.topics().records("t").get(0).key()).containsExactly(0, 0, 0, 1);
    assertThat(conversation.end().body()).endsWith("\"seq\":1}\n");
  }

  @Test
  void tellsInTheStreamWhichRowsAreWrongAndGoesOn() throws InterruptedException {
    List<String> acks =
        answer(
                TARGET,
                "{\"V\":\"a\"}",
                "{\"ID\":\"x\"}",
                "[1]",
                "{\"ID\":3,\"A\":[\"x\"]}",
                "{\"ID\":4,\"B\":\"*\"}",
                "{\"ID\":5,\"V\":\"last\"}")
            .lines()
            .toList();
    assertThat(acks).hasSize(6);
    for (int i = 0; i < 5; i++) {
      assertThat(acks.get(i))
          .startsWith("{\"status\":\"error\",\"seq\":" + i + ",\"error_code\":40000");
    }
    assertThat(acks.get(0)).contains("no key column ID");
    assertThat(acks.get(1)).contains("Column ID").contains("INTEGER");
    assertThat(acks.get(5)).isEqualTo("{\"status\":\"ok\",\"seq\":5}");
    assertThat(written()).hasSize(1);
  }

  @Test
  void endsBehindWhatIsNoJson() throws InterruptedException {
    List<String> acks = answer(TARGET, "{\"ID\":1}", "{\"ID\":", "{\"ID\":2}").lines().toList();
    assertThat(acks).hasSize(2);
    assertThat(acks.get(1)).contains("\"status\":\"error\",\"seq\":1").contains("no JSON");
    assertThat(written()).hasSize(1);
  }

  @Test
  void answersAsOneArrayWhenAsked() throws InterruptedException {
    Http2Client.Conversation some = http.post("/inserts-stream", MediaTypes.JSON).send(TARGET);
    some.send("{\"ID\":1}").send("{}");
    assertThat(some.end().body())
        .startsWith("[{\"status\":\"ok\",\"seq\":0},{\"status\":\"error\",\"seq\":1,")
        .endsWith("}]");
    assertThat(http.post("/inserts-stream", MediaTypes.JSON).send(TARGET).end().body())
        .isEqualTo("[]");
  }

  @Test
  void takesANameInBackTicksAsItIs() throws InterruptedException {
    assertThat(answer("{\"target\":\"`Mixed`\"}", "{\"Id\":1,\"V\":\"a\"}"))
        .contains("\"status\":\"ok\"");
    assertThat(answer("{\"target\":\"mixed\"}")).contains("\"error_code\":40001");
  }

  @Test
  void refusesTargetsThatTakeNoRows() throws InterruptedException {
    assertThat(answer("{\"target\":\"nowhere\"}"))
        .contains("\"error_code\":40001")
        .contains("NOWHERE");
    assertThat(answer("{\"target\":\"w\"}")).contains("windowed");
    assertThat(answer("{\"target\":\"fixed\"}")).contains("read-only");
    Http2Client.Conversation refused = begin().send("{\"target\":\"w\"}");
    assertThat(refused.response().statusCode()).isEqualTo(400);
  }

  @Test
  void refusesRequestsWithoutATarget() throws InterruptedException {
    assertThat(answer()).contains("\"error_code\":40000");
    assertThat(answer("no JSON")).contains("\"error_code\":40000");
    assertThat(answer("{\"target\":\"s\",\"properties\":{\"no.such\":1}}"))
        .contains("\"error_code\":40000")
        .contains("no.such");
  }

  @Test
  void refusesRowsWhereSingleRowsAreSwitchedOff() throws InterruptedException {
    stop();
    start(Map.of("ksql.insert.into.values.enabled", "false"));
    assertThat(answer(TARGET, "{\"ID\":1}")).contains("ksql.insert.into.values.enabled");
    assertThat(written()).isEmpty();
  }

  @Test
  void isForHttp2Only() {
    var answer = server.post("/inserts-stream", TARGET + "\n{\"ID\":1}\n");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"error_code\":40004");
    assertThat(written()).isEmpty();
  }

  @Test
  void holdsBackAClientThatDoesNotReadItsAnswers() throws InterruptedException {
    Http2Client.Conversation conversation = begin().send(TARGET);
    conversation.response().pause();
    int rows = 60_000;
    List<Future<Void>> sent = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      sent.add(conversation.offer("{\"ID\":" + i + ",\"V\":\"" + "x".repeat(100) + "\"}"));
    }
    int before = -1;
    while (written().size() != before) {
      before = written().size();
      Thread.sleep(500);
    }
    assertThat(before).isBetween(1, rows - 1);
    assertThat(sent.get(rows - 1).isComplete()).isFalse();
    conversation.response().resume();
    assertThat(conversation.end().body()).contains("\"seq\":" + (rows - 1) + "}");
    assertThat(written()).hasSize(rows);
  }
}
