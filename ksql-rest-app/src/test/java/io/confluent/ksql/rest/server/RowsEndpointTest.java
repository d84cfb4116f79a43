package io.confluent.ksql.rest.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code POST /topics/<stream>/rows}. */
final class RowsEndpointTest {
  private static final String[] JSON = {"Content-Type", "application/json"};
  private TestServer server;

  @BeforeEach
  void start() {
    start(Map.of());
  }

  private void start(Map<String, String> settings) {
    server = new TestServer(settings).topic("t", 1).topic("w", 1);
    server.ksql(
        "CREATE STREAM s (id INT KEY, v VARCHAR) WITH (kafka_topic='t', value_format='JSON');"
            + "CREATE STREAM `Mixed-x` (`Id` INT KEY, v VARCHAR)"
            + " WITH (kafka_topic='t', value_format='JSON');"
            + "CREATE STREAM plain (v INT) WITH (kafka_topic='t', value_format='JSON');"
            + "CREATE STREAM w (id INT KEY, v VARCHAR) WITH (kafka_topic='w', value_format='JSON',"
            + " window_type='SESSION');");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private List<String> written() {
    return server.topics().records("t").stream()
        .map(record -> new String(record.value(), StandardCharsets.UTF_8))
        .toList();
  }

  private HttpResponse<String> post(String stream, String body, String... headers) {
    return server.post(
        "/topics/" + stream + "/rows",
        body,
        headers.length == 0
            ? JSON
            : new String[] {JSON[0], JSON[1], "Idempotency-Key", headers[0]});
  }

  private static JsonNode refused(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return TestServer.json(answer.body());
  }

  @Test
  void takesOneRowOrMany() {
    HttpResponse<String> one = post("s", "{\"id\":1,\"V\":\"a\"}");
    assertThat(one.statusCode()).isEqualTo(200);
    assertThat(one.body()).isEqualTo("{\"accepted\":1}");
    assertThat(post("s", "[{\"ID\":2,\"V\":{\"x\":1}},{\"ID\":null}]").body())
        .isEqualTo("{\"accepted\":2}");
    assertThat(post("%60Mixed-x%60", "{\"Id\":4,\"V\":\"d\"}").statusCode()).isEqualTo(200);
    assertThat(post("plain", "[]").body()).isEqualTo("{\"accepted\":0}");

    assertThat(written())
        .containsExactly(
            "{\"V\":\"a\"}", "{\"V\":\"{\\\"x\\\":1}\"}", "{\"V\":null}", "{\"V\":\"d\"}");
    assertThat(server.topics().records("t").get(0).key()).containsExactly(0, 0, 0, 1);
  }

  @Test
  void takesAllRowsOrNone() {
    JsonNode error =
        refused(
            post("s", "[{\"ID\":1,\"V\":\"a\"},{\"V\":\"b\"},{\"ID\":\"x\"},7,{\"ID\":5}]"), 400);
    assertThat(error.path("@type").asText()).isEqualTo("rows_error");
    assertThat(error.path("accepted").asInt(-1)).isZero();
    assertThat(error.path("message").asText()).contains("3 of 5");
    assertThat(error.path("errors")).hasSize(3);
    assertThat(error.path("errors").get(0).toString())
        .isEqualTo("{\"row\":1,\"message\":\"The row has no key column ID\"}");
    assertThat(error.path("errors").get(1).toString()).contains("\"row\":2", "Column ID");
    assertThat(error.path("errors").get(2).path("row").asInt()).isEqualTo(3);
    assertThat(written()).isEmpty();
  }

  @Test
  void writesTheRowsOfAKeyOnce() {
    String rows = "[{\"ID\":1},{\"ID\":2}]";
    assertThat(post("s", rows, "k1").body()).isEqualTo("{\"accepted\":2}");
    assertThat(post("S", rows, "k1").body()).isEqualTo("{\"accepted\":2}");
    assertThat(written()).hasSize(2);

    assertThat(post("plain", rows, "k1").statusCode()).isEqualTo(200);
    assertThat(post("s", rows, "k2").statusCode()).isEqualTo(200);
    assertThat(written()).hasSize(6);

    assertThat(refused(post("s", "[]", "k1"), 422).path("hint").asText()).contains("key");
    assertThat(refused(post("s", "[]", "k".repeat(256)), 400).path("message").asText())
        .contains("255");
  }

  @Test
  void remembersNoFailure() {
    assertThat(post("s", "{}", "k").statusCode()).isEqualTo(400);
    assertThat(post("s", "{\"ID\":1}", "k").statusCode()).isEqualTo(200);
  }

  @Test
  void saysWhatIsNotTaken() {
    assertThat(refused(post("nowhere", "{}"), 400).path("message").asText()).contains("NOWHERE");
    assertThat(refused(post("w", "{}"), 400).path("message").asText()).contains("windowed");
    assertThat(refused(post("s", "{"), 400).path("error_code").asInt()).isEqualTo(40000);
    assertThat(refused(post("s", ""), 400).path("error_code").asInt()).isEqualTo(40000);
    assertThat(refused(server.post("/topics/s", "{}", JSON), 404).path("message").asText())
        .contains("/topics/<stream or table>/rows");
    assertThat(server.post("/topics/s/rows", "{}", "Content-Type", "text/plain").statusCode())
        .isEqualTo(415);
    assertThat(written()).isEmpty();
  }

  @Test
  void takesNoMoreThanItMay() {
    stop();
    start(Map.of("ksql.rows.max.per.request", "2", "ksql.request.max.bytes", "2000"));
    assertThat(refused(post("s", "[{\"ID\":1},{\"ID\":2},{\"ID\":3}]"), 413).path("hint").asText())
        .contains("ksql.rows.max.per.request");
    assertThat(post("s", "{\"ID\":1,\"V\":\"" + "x".repeat(2000) + "\"}").statusCode())
        .isEqualTo(413);
    assertThat(written()).isEmpty();
  }

  @Test
  void refusesRowsWhereSingleRowsAreSwitchedOff() {
    stop();
    start(Map.of("ksql.insert.into.values.enabled", "false"));
    assertThat(refused(post("s", "{\"ID\":1}"), 400).toString())
        .contains("ksql.insert.into.values.enabled");
  }
}
