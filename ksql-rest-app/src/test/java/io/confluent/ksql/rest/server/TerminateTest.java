package io.confluent.ksql.rest.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class TerminateTest {
  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start().topic("in", 1).topic("A_other", 1);
    server.ksql(
        "CREATE STREAM s (id INT KEY, v VARCHAR) WITH (kafka_topic='in', value_format='JSON');"
            + "CREATE STREAM a WITH (value_format='AVRO') AS SELECT * FROM s;"
            + "CREATE STREAM a2 AS SELECT * FROM s;"
            + "CREATE STREAM b AS SELECT * FROM s;");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void endsQueriesAndDeletesTheTopicsOfSinksThatMatchAPattern() {
    assertThat(server.registry().latest("A-value")).isPresent();
    var answer = server.post("/ksql/terminate", "{\"deleteTopicList\":[\"A.*\",\"in\"]}");
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode entities = TestServer.json(answer.body());
    assertThat(entities).hasSize(1);
    assertThat(entities.get(0).path("@type").asText()).isEqualTo("currentStatus");
    assertThat(entities.get(0).path("commandId").asText())
        .isEqualTo("cluster/TerminateCluster/terminate");
    assertThat(entities.get(0).path("commandStatus").path("status").asText()).isEqualTo("SUCCESS");
    // The source's topic matches too, but was not made by the service.
    assertThat(server.topics().all().keySet()).contains("in", "A_other", "B");
    assertThat(server.topics().all().keySet()).doesNotContain("A", "A2");
    assertThat(server.registry().latest("A-value")).isEmpty();
  }

  @Test
  void answersNothingButWhatItIsFromThenOn() {
    assertThat(server.post("/ksql/terminate", "{}").statusCode()).isEqualTo(200);
    assertThat(server.topics().all().keySet()).contains("A", "A2", "B");
    var refused = server.post("/ksql", "{\"ksql\":\"LIST STREAMS;\"}");
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.body()).contains("\"error_code\":50304");
    assertThat(server.post("/query-stream", "{\"sql\":\"SELECT * FROM s;\"}").statusCode())
        .isEqualTo(503);
    assertThat(server.post("/ksql/terminate", "{}").statusCode()).isEqualTo(503);
    assertThat(server.get("/info").statusCode()).isEqualTo(200);
    assertThat(server.get("/healthcheck").statusCode()).isEqualTo(200);
    assertThat(server.get("/healthcheck").body()).contains("\"serverState\":\"TERMINATED\"");
  }

  @Test
  void refusesWhatIsNoPatternAndGoesOn() {
    var refused = server.post("/ksql/terminate", "{\"deleteTopicList\":[\"B\",\"[\"]}");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("\"error_code\":40000").contains("'['");
    assertThat(server.post("/ksql/terminate", "no JSON").statusCode()).isEqualTo(400);
    assertThat(server.ksql("LIST QUERIES;").get(0).path("queries")).hasSize(3);
    assertThat(server.topics().all().keySet()).contains("B");
  }
}
