package io.confluent.ksql.rest.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ClusterEndpointsTest {
  private static final Map<String, String> ON =
      Map.of("ksql.heartbeat.enable", "true", "ksql.lag.reporting.enable", "true");
  private static final String OTHER = "10.0.0.2:8088";
  private static final String LAGS =
      "{\"stateStoreLags\":{\"app#Store\":{\"lagByPartition\":{\"0\":{\"currentOffsetPosition\":1,"
          + "\"endOffsetPosition\":4,\"offsetLag\":3}},\"size\":1}},\"updateTimeMs\":7}";

  private static JsonNode status(TestServer server) {
    return TestServer.json(server.get("/clusterStatus").body()).path("clusterStatus");
  }

  @Test
  void tellsWhatThisServerKeeps() {
    try (TestServer server = new TestServer(ON).topic("t", 1)) {
      server.ksql(
          "CREATE STREAM s (id INT KEY, v VARCHAR) WITH (kafka_topic='t', value_format='JSON');"
              + "CREATE TABLE n AS SELECT id, COUNT(*) AS n FROM s GROUP BY id;");
      JsonNode status = status(server);
      assertThat(status).hasSize(1);
      JsonNode self = status.iterator().next();
      assertThat(self.path("hostAlive").asBoolean()).isTrue();
      assertThat(self.path("lastStatusUpdateMs").asLong()).isPositive();
      JsonNode stores = self.path("activeStandbyPerQuery").iterator().next();
      assertThat(stores.path("activeStores").toString()).isEqualTo("[\"Store\"]");
      assertThat(stores.path("activePartitions").toString())
          .isEqualTo("[{\"topic\":\"in\",\"partition\":0}]");
      assertThat(stores.path("standByStores").toString()).isEqualTo("[]");
      assertThat(self.path("hostStoreLags").path("stateStoreLags").iterator().next().toString())
          .isEqualTo(
              "{\"lagByPartition\":{\"0\":{\"currentOffsetPosition\":3,\"endOffsetPosition\":5,"
                  + "\"offsetLag\":2}},\"size\":1}");
    }
  }

  @Test
  void tellsWhatItHearsOfOthers() {
    try (TestServer server = new TestServer(ON)) {
      String beat = "{\"hostInfo\":\"" + OTHER + "\",\"timestamp\":123}";
      assertThat(server.post("/heartbeat", beat).body()).isEqualTo("{\"ok\":true}");
      String lag = "{\"ksqlHost\":\"" + OTHER + "\",\"hostStoreLags\":" + LAGS + "}";
      assertThat(server.post("/lag", lag).body()).isEqualTo("{\"ok\":true}");
      JsonNode other = status(server).path(OTHER);
      assertThat(other.path("hostAlive").asBoolean()).isTrue();
      assertThat(other.path("hostStoreLags").toString()).isEqualTo(LAGS);
    }
  }

  @Test
  void takesASilentServerForGone() throws InterruptedException {
    try (TestServer server =
        new TestServer(Map.of("ksql.heartbeat.enable", "true", "ksql.heartbeat.window.ms", "50"))) {
      server.post("/heartbeat", "{\"hostInfo\":\"" + OTHER + "\",\"timestamp\":123}");
      Thread.sleep(100);
      assertThat(status(server).path(OTHER).path("hostAlive").asBoolean(true)).isFalse();
      assertThat(status(server)).hasSize(2);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/heartbeat | no JSON",
        "/heartbeat | {}",
        "/heartbeat | {\"hostInfo\":\"nowhere\",\"timestamp\":1}",
        "/heartbeat | {\"hostInfo\":\"a:b\",\"timestamp\":1}",
        "/lag | no JSON",
        "/lag | {}",
        "/lag | {\"ksqlHost\":\"a:1\"}"
      })
  void refusesWhatIsNoReport(String path, String body) {
    try (TestServer server = new TestServer(ON)) {
      var answer = server.post(path, body);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
      assertThat(answer.body()).contains("\"error_code\":40000");
      assertThat(status(server)).hasSize(1);
    }
  }

  @Test
  void isOffUnlessSwitchedOn() {
    try (TestServer server = TestServer.start()) {
      for (var answer :
          java.util.List.of(
              server.get("/clusterStatus"),
              server.post("/heartbeat", "{\"hostInfo\":\"" + OTHER + "\",\"timestamp\":1}"),
              server.post("/lag", "{}"))) {
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("\"error_code\":40400").contains("=true");
      }
    }
  }
}
