package io.confluent.ksql.rest.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.rest.wire.KsqlRequest;
import io.confluent.ksql.rest.wire.WireJson;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Errors of authors that only a server has; «» stand around the words that they point at. */
final class ErrorsOfServersTest {
  private static final String CREATE_S =
      "CREATE STREAM s (id INT KEY, v VARCHAR) WITH (kafka_topic='t', value_format='JSON');";

  @Test
  void runsNoMoreQueriesThanItMay() {
    try (TestServer server =
        new TestServer(Map.of("ksql.query.persistent.active.limit", "0")).topic("t", 1)) {
      server.ksql(CREATE_S);
      check(
          server,
          "«CREATE STREAM o AS SELECT * FROM s»;",
          "/ksql",
          ErrorCode.QUERY_LIMIT,
          "TERMINATE");
    }
  }

  @Test
  void saysWhichTopicIsNotThere() {
    try (TestServer server = TestServer.start()) {
      check(server, "«ASSERT TOPIC t TIMEOUT 0 SECONDS»;", "/ksql", ErrorCode.ASSERTION_FAILED, "");
    }
  }

  @Test
  void answersOnlyQueriesWithRows() {
    try (TestServer server = TestServer.start().topic("t", 1)) {
      String create = CREATE_S.substring(0, CREATE_S.length() - 1);
      check(server, "«" + create + "»;", "/query", ErrorCode.INVALID_REQUEST, "/ksql");
    }
  }

  private static void check(
      TestServer server, String marked, String path, ErrorCode code, String hint) {
    int start = marked.indexOf('«');
    int end = marked.indexOf('»') - 1;
    String sql = marked.replace("«", "").replace("»", "");
    JsonNode error = TestServer.json(server.post(path, WireJson.write(KsqlRequest.of(sql))).body());
    assertThat(error.path("code").asText()).as(error.toString()).isEqualTo(code.label());
    assertThat(error.path("span").path("start").asInt(-1)).as(error.toString()).isEqualTo(start);
    assertThat(error.path("span").path("length").asInt()).isEqualTo(end - start);
    assertThat(error.path("hint").asText()).contains(hint);
  }
}
