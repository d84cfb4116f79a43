package io.confluent.ksql.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.net.LoopbackPort;
import io.confluent.ksql.rest.server.HeadlessServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that runs a file of queries. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class HeadlessServerTest {
  /** In MQTT 3.1.1: the client "d", and its message "a" on the topic "in/1" at QoS 1. */
  private static final byte[] CONNECT_AND_PUBLISH = {
    0x10, 13, 0, 4, 'M', 'Q', 'T', 'T', 4, 2, 0, 60, 0, 1, 'd', //
    0x32, 9, 0, 4, 'i', 'n', '/', '1', 0, 1, 'a'
  };

  private final String service = TestBroker.newName("headless-");
  private final String in = TestBroker.newName("in-");
  private final String out = TestBroker.newName("out-");
  private final String create =
      "CREATE STREAM s (v VARCHAR) WITH (kafka_topic='"
          + in
          + "', partitions=1, value_format='DELIMITED');\n";
  private final String query =
      "CREATE STREAM o WITH (kafka_topic='" + out + "') AS SELECT UCASE(v) AS v FROM s;\n";
  @TempDir private Path directory;

  private HeadlessServer start(String script) throws IOException {
    return start(script, Map.of());
  }

  private HeadlessServer start(String script, Map<String, String> more) throws IOException {
    Path file = Files.writeString(directory.resolve("queries.sql"), script);
    Map<String, String> settings = new HashMap<>();
    settings.put("bootstrap.servers", TestBroker.bootstrapServers());
    settings.put("ksql.queries.file", file.toString());
    settings.put("ksql.service.id", service);
    settings.put("ksql.streams.state.dir", directory.toString());
    settings.put("ksql.streams.commit.interval.ms", "100");
    settings.putAll(more);
    return HeadlessServer.start(settings);
  }

  @Test
  void keepsToTheSettingsOfTheFirstNode()
      throws IOException, ExecutionException, InterruptedException {
    String unnamed =
        "CREATE STREAM " + out.replace("-", "_") + " AS SELECT UCASE(v) AS v FROM s;\n";
    String prefix = "ksql.output.topic.name.prefix";
    Map<String, String> first =
        Map.of(prefix, "first-", "ksql.schema.registry.basic.auth.user.info", "me:secret");
    start(create + unnamed, first).close();
    start(create + unnamed, Map.of(prefix, "second-", "ksql.persistent.prefix", "q_")).close();
    String sink = out.replace("-", "_").toUpperCase(Locale.ROOT);
    assertThat(topicsAndGroups())
        .contains("first-" + sink)
        .doesNotContain("second-" + sink)
        .noneMatch(name -> name.startsWith("_confluent-ksql-" + service + "q_"));
    List<String> kept =
        Records.read(TestBroker.bootstrapServers(), "_confluent-ksql-" + service + "_configs", 1);
    assertThat(kept).hasSize(1);
    assertThat(kept.get(0))
        .startsWith("{\"ksqlProperties\":{")
        .contains("\"" + prefix + "\":\"first-\"")
        .doesNotContain("me:secret");
  }

  @Test
  void runsItsQueriesAndGoesOnAfterARestart()
      throws IOException, ExecutionException, InterruptedException {
    String script = "SET 'auto.offset.reset'='earliest';\n" + create + query;
    HeadlessServer first = start(script);
    Records.write(TestBroker.bootstrapServers(), in, 0, List.of("a"));
    assertThat(Records.read(TestBroker.bootstrapServers(), out, 1)).containsExactly("A");
    first.close();
    Records.write(TestBroker.bootstrapServers(), in, 0, List.of("b"));
    HeadlessServer second = start(script);
    try (second) {
      assertThat(Records.read(TestBroker.bootstrapServers(), out, 2)).containsExactly("A", "B");
      assertThat(topicsAndGroups())
          .contains("_confluent-ksql-" + service + "query_CSAS_O_0")
          .doesNotContain("_confluent-ksql-" + service + "_command_topic");
    }
  }

  @Test
  void takesMessagesOfDevices() throws IOException, ExecutionException, InterruptedException {
    int port = LoopbackPort.free();
    Map<String, String> mqtt =
        Map.of(
            "ksql.mqtt.enabled",
            "true",
            "ksql.mqtt.listeners",
            "127.0.0.1:" + port,
            "ksql.mqtt.topic.regex.list",
            in + ":in/.*");
    HeadlessServer server = start("SET 'auto.offset.reset'='earliest';\n" + create + query, mqtt);
    try (server;
        Socket device = new Socket(InetAddress.getLoopbackAddress(), port)) {
      device.setSoTimeout(20_000);
      device.getOutputStream().write(CONNECT_AND_PUBLISH);
      // CONNACK, then PUBACK of message 1.
      assertThat(device.getInputStream().readNBytes(8))
          .containsExactly(0x20, 2, 0, 0, 0x40, 2, 0, 1);
      assertThat(Records.read(TestBroker.bootstrapServers(), out, 1)).containsExactly("A");
    }
    assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
        .isInstanceOf(ConnectException.class);
  }

  private static Set<String> topicsAndGroups() throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(TestBroker.clients())) {
      Set<String> names = new HashSet<>(admin.listTopics().names().get());
      admin.listGroups().all().get().forEach(group -> names.add(group.groupId()));
      return names;
    }
  }

  @Test
  void refusesAFileThatAsks() {
    assertThatThrownBy(() -> start(create + query + "SHOW STREAMS;"))
        .hasMessageContaining("cannot hold this statement");
  }

  @Test
  void refusesAFileWithoutAQuery() {
    assertThatThrownBy(() -> start(create)).hasMessageContaining("starts no query");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThatThrownBy(
            () ->
                HeadlessServer.start(
                    Map.of(
                        "bootstrap.servers",
                        "127.0.0.1:1",
                        "ksql.queries.file",
                        directory.resolve("nowhere.sql").toString())))
        .hasMessageContaining("nowhere.sql");
  }
}
