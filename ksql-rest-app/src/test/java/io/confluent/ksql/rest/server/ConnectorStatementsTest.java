package io.confluent.ksql.rest.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.ksql.diagnostic.ErrorCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connector statements with a worker beside the server. */
final class ConnectorStatementsTest {
  private static final String CREATE =
      "CREATE SINK CONNECTOR `mqtt-sink` WITH ('connector.class'='MqttSink', 'tasks.max'=1);";

  private FakeWorker worker;
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    worker = new FakeWorker();
    server = new TestServer(Map.of("ksql.connect.url", worker.url() + "/")).topic("t", 1);
  }

  @AfterEach
  void stop() {
    server.close();
    worker.close();
  }

  private JsonNode answer(String statement) {
    return server.ksql(statement).get(0);
  }

  @Test
  void createsShowsAndDropsConnectors() {
    JsonNode created = answer(CREATE);
    assertThat(created.path("@type").asText()).isEqualTo("connector_info");
    assertThat(created.path("info").toString())
        .contains("\"name\":\"mqtt-sink\"", "\"tasks.max\":\"1\"", "\"type\":\"sink\"");

    assertThat(answer("SHOW CONNECTORS;").path("connectors").toString())
        .isEqualTo(
            "[{\"name\":\"mqtt-sink\",\"type\":\"sink\",\"className\":\"MqttSink\","
                + "\"state\":\"RUNNING (0/1 tasks RUNNING)\"}]");
    assertThat(answer("SHOW SOURCE CONNECTORS;").path("connectors")).isEmpty();
    assertThat(answer("SHOW CONNECTOR PLUGINS;").path("connectorsPlugins")).hasSize(2);

    assertThat(answer("DROP CONNECTOR `mqtt-sink`;").path("connectorName").asText())
        .isEqualTo("mqtt-sink");
    assertThat(answer("SHOW CONNECTORS;").path("connectors")).isEmpty();
  }

  @Test
  void describesAConnectorAndTheStreamsOverItsTopics() {
    server.ksql(CREATE + "CREATE STREAM s (v INT) WITH (kafka_topic='t', value_format='JSON');");
    JsonNode described = answer("DESCRIBE CONNECTOR `mqtt-sink`;");
    assertThat(described.path("connectorClass").asText()).isEqualTo("MqttSink");
    assertThat(described.path("topics").toString()).isEqualTo("[\"t\"]");
    assertThat(described.path("sources").get(0).path("name").asText()).isEqualTo("S");
    assertThat(described.path("status").path("connector").toString())
        .isEqualTo("{\"state\":\"RUNNING\",\"worker_id\":\"w:8083\",\"trace\":null}");
    assertThat(described.path("status").path("tasks").get(0).path("trace").asText())
        .isEqualTo("oops");
  }

  @Test
  void sparesWhoAsksNotToBeRefused() {
    server.ksql(CREATE);
    String again = CREATE.replace("CONNECTOR", "CONNECTOR IF NOT EXISTS");
    assertThat(answer(again).path("@type").asText()).isEqualTo("warning_entity");
    assertThat(answer("DROP CONNECTOR IF EXISTS x;").path("@type").asText())
        .isEqualTo("warning_entity");
  }

  @Test
  void saysWhatIsWrong() {
    server.ksql(CREATE);
    check(CREATE.replace("`mqtt-sink`", "«`mqtt-sink`»"), ErrorCode.CONNECTOR_EXISTS, 409, "DROP");
    check("DROP CONNECTOR «`mqtt-snik`»;", ErrorCode.CONNECTOR_NOT_FOUND, 404, "`mqtt-sink`?");
    check("DESCRIBE CONNECTOR «x»;", ErrorCode.CONNECTOR_NOT_FOUND, 404, "SHOW CONNECTORS");
    check(
        "CREATE SINK CONNECTOR c WITH ('connector.class'=«'MqttSinkConector'»);",
        ErrorCode.INVALID_CONNECTOR,
        400,
        "MqttSinkConnector?");
    check(
        "CREATE SOURCE CONNECTOR c WITH ('connector.class'=«'MqttSink'»);",
        ErrorCode.INVALID_CONNECTOR,
        400,
        "CREATE SINK CONNECTOR");
    check("CREATE SINK CONNECTOR «c» WITH ('a'='b');", ErrorCode.INVALID_PROPERTY, 400, "PLUGINS");
    JsonNode refused =
        check(
            "CREATE SINK CONNECTOR c «WITH ('connector.class'='MqttSink', 'wrong'=1)»;",
            ErrorCode.INVALID_CONNECTOR,
            400,
            "");
    assertThat(refused.path("message").asText())
        .contains("wrong is wrong")
        .doesNotContain("/validate");
  }

  @Test
  void hidesSecretsWhereverAStatementIsShown() {
    String create =
        CREATE.replace(
            "'tasks.max'=1",
            "'mqtt.password'='pass phrase', 'connection.url'='http://anna:geheim@host'");
    JsonNode created = answer(create);
    assertThat(created.path("statementText").asText())
        .hasSize(create.length())
        .contains("'mqtt.password'='***********'");
    assertThat(created.path("info").path("config").path("mqtt.password").asText())
        .isEqualTo("[hidden]");
    assertThat(worker.config("mqtt-sink").path("mqtt.password").asText()).isEqualTo("pass phrase");

    List<String> shown =
        List.of(
            created.toString(),
            server.error(create).toString(),
            answer(create.replace("CONNECTOR", "CONNECTOR IF NOT EXISTS")).toString(),
            answer("DESCRIBE CONNECTOR `mqtt-sink`;").toString(),
            server.error(create.replace("WITH (", "WITH ")).toString(),
            server.error(create.replace("phrase'", "phrase")).toString(),
            server
                .error("DEFINE p='pass phrase';" + create.replace("pass phrase", "${p}"))
                .toString());
    assertThat(shown).noneMatch(text -> text.contains("phrase") || text.contains("geheim"));
  }

  @Test
  void asksAgainWhileWorkersFindOutWhoDoesWhat() {
    worker.busy(2);
    assertThat(answer(CREATE).path("@type").asText()).isEqualTo("connector_info");
    worker.busy(1);
    assertThat(answer("DROP CONNECTOR `mqtt-sink`;").path("connectorName").asText())
        .isEqualTo("mqtt-sink");
  }

  @Test
  void saysWhichFileOfCredentialsCannotBeRead() {
    server.close();
    server =
        new TestServer(
            Map.of(
                "ksql.connect.url",
                worker.url(),
                "ksql.connect.basic.auth.credentials.file",
                "/nowhere/login"));
    JsonNode error = server.error("SHOW CONNECTORS;");
    assertThat(error.path("code").asText()).isEqualTo(ErrorCode.INVALID_SETTING.label());
    assertThat(error.path("message").asText()).contains("/nowhere/login", "credentials.file");
  }

  @Test
  void saysThatNoWorkerAnswers() {
    worker.close();
    JsonNode error = server.error("SHOW CONNECTORS;");
    assertThat(error.path("code").asText()).isEqualTo(ErrorCode.CONNECT.label());
    assertThat(error.path("hint").asText()).contains("ksql.connect.url");
  }

  private JsonNode check(String marked, ErrorCode code, int status, String hint) {
    int start = marked.indexOf('«');
    int end = marked.indexOf('»') - 1;
    JsonNode error = server.error(marked.replace("«", "").replace("»", ""));
    assertThat(error.path("code").asText()).as(error.toString()).isEqualTo(code.label());
    assertThat(error.path("error_code").asInt() / 100).isEqualTo(status);
    assertThat(error.path("span").path("start").asInt(-1)).as(error.toString()).isEqualTo(start);
    assertThat(error.path("span").path("length").asInt()).isEqualTo(end - start);
    assertThat(error.path("hint").asText()).contains(hint);
    return error;
  }
}
