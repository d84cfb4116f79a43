package io.confluent.ksql.rest.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class InfoEndpointsTest {
  private static TestServer server;

  @BeforeAll
  static void start() {
    server =
        new TestServer(Map.of("ksql.properties.overrides.denylist", "linger.ms")).topic("t", 1);
    server.ksql(
        "CREATE STREAM `a-b` (id INT KEY, v VARCHAR) WITH (kafka_topic='t', value_format='JSON');");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "auto.offset.reset",
        "ksql.streams.auto.offset.reset",
        "ksql.streams.consumer.max.poll.records",
        "ksql.query.pull.table.scan.enabled"
      })
  void saysThatAClientMaySetAProperty(String name) {
    var answer = server.get("/is_valid_property/" + name);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("true");
  }

  @ParameterizedTest
  @CsvSource({
    "no.such.property, no.such.property",
    "auto.offset.rest, Did you mean auto.offset.reset?",
    "bootstrap.servers, belongs to the server",
    "ksql.service.id, belongs to the server",
    "ksql.streams.linger.ms, denylist",
    "%zz, escape"
  })
  void saysWhyAClientMayNotSetAProperty(String name, String reason) {
    String path = name.startsWith("%") ? "/is_valid_property/a%25zz" : "/is_valid_property/" + name;
    var answer = server.get(path);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"error_code\":40000");
    assertThat(answer.body()).contains(name.startsWith("%") ? "a%zz" : reason);
  }

  @Test
  void saysWhatBecameOfACommand() {
    String id = "stream/`a-b`/create";
    assertThat(server.get("/status/stream/%60a%2Db%60/create").body())
        .startsWith("{\"status\":\"SUCCESS\",\"message\":\"")
        .endsWith("\"queryId\":null}");
    assertThat(server.get("/status").body())
        .isEqualTo("{\"commandStatuses\":{\"" + id + "\":\"SUCCESS\"}}");
    var unknown = server.get("/status/stream/nothing/create");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).contains("\"error_code\":40400");
  }

  @Test
  void saysWhoItIs() {
    String id =
        "{\"scope\":{\"path\":[],\"clusters\":{\"kafka-cluster\":\"cluster-1\","
            + "\"ksql-cluster\":\"default_\"}},\"id\":\"\"}";
    assertThat(server.get("/v1/metadata/id").body()).isEqualTo(id);
    assertThat(server.get("/v1/metadata").body())
        .isEqualTo("{\"version\":\"0.1.0\",\"clusterId\":" + id + "}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/chc/ready", "/chc/live"})
  void saysThatItIsThere(String path) {
    assertThat(server.get(path).statusCode()).isEqualTo(200);
    assertThat(server.get(path).body()).isEqualTo("{}");
    assertThat(server.post(path, "{}").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/close-query", "/query", "/query-stream", "/ksql", "/ksql/terminate"})
  void refusesBodiesThatAreNoRequest(String path) {
    for (String body : new String[] {"", "[", "null", "\"x\""}) {
      var answer = server.post(path, body);
      assertThat(answer.statusCode()).as(path + body + answer.body()).isEqualTo(400);
      assertThat(answer.body()).contains("\"error_code\":40000");
    }
  }
}
