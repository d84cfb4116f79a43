package io.confluent.ksql.rest.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class StatementsTest {
  private static final String CREATE_S =
      "CREATE STREAM s (id INT KEY, v VARCHAR) WITH (kafka_topic='t', value_format='JSON');";
  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start().topic("t", 2);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void createsAStreamAndListsIt() {
    JsonNode created = server.ksql(CREATE_S).get(0);
    assertThat(created.path("@type").asText()).isEqualTo("currentStatus");
    assertThat(created.path("commandId").asText()).isEqualTo("stream/`S`/create");
    assertThat(created.path("commandStatus").path("status").asText()).isEqualTo("SUCCESS");
    assertThat(created.path("commandSequenceNumber").asInt()).isZero();

    JsonNode stream = server.ksql("LIST STREAMS;").get(0).path("streams").get(0);
    assertThat(stream.toString())
        .isEqualTo(
            "{\"type\":\"STREAM\",\"name\":\"S\",\"topic\":\"t\",\"keyFormat\":\"KAFKA\","
                + "\"valueFormat\":\"JSON\",\"isWindowed\":false}");
  }

  @Test
  void startsTheQueryOfAStatementAndStopsItWhenItsStreamIsDropped() {
    server.ksql(CREATE_S);
    JsonNode created = server.ksql("CREATE STREAM o AS SELECT * FROM s WHERE id > 1;").get(0);
    String id = created.path("commandStatus").path("queryId").asText();
    assertThat(id).startsWith("CSAS_O_");
    assertThat(server.queries().status(id)).isPresent();
    assertThat(server.topics().all()).containsKey("O");

    JsonNode query = server.ksql("SHOW QUERIES;").get(0).path("queries").get(0);
    assertThat(query.path("id").asText()).isEqualTo(id);
    assertThat(query.path("state").asText()).isEqualTo("RUNNING");
    assertThat(query.path("sinkKafkaTopics").get(0).asText()).isEqualTo("O");

    server.ksql("DROP STREAM o DELETE TOPIC;");
    assertThat(server.queries().status(id)).isEmpty();
    assertThat(server.topics().all()).containsOnlyKeys("t");
  }

  @Test
  void saysHowManyRecordsANewQueryLeavesOut() {
    server.ksql(CREATE_S);
    JsonNode none = server.ksql("CREATE STREAM o AS SELECT * FROM s;").get(0);
    assertThat(none.path("warnings")).isEmpty();
    server.queries().skip(1);
    JsonNode one = server.ksql("CREATE STREAM p AS SELECT * FROM s;").get(0);
    assertThat(one.path("warnings").get(0).path("message").asText())
        .isEqualTo(
            "1 existing record is skipped: the query begins with what comes now."
                + " SET 'auto.offset.reset'='earliest'; before the statement includes it.");
    server.queries().skip(12);
    JsonNode more = server.ksql("INSERT INTO o SELECT * FROM s;").get(0);
    assertThat(more.path("warnings").get(0).path("message").asText())
        .startsWith("12 existing records are skipped");
    assertThat(server.ksql("TERMINATE CSAS_P;").get(0).path("warnings")).isEmpty();
  }

  private String warningOf(String statement) {
    JsonNode warnings = server.ksql(statement).get(0).path("warnings");
    return warnings.isEmpty() ? "" : warnings.get(0).path("message").asText();
  }

  @Test
  void saysThatATopicStaysWithItsRecords() {
    server.ksql(CREATE_S + "INSERT INTO s VALUES (1, 'a'); INSERT INTO s VALUES (2, 'b');");
    server.ksql("CREATE STREAM o AS SELECT * FROM s;");
    assertThat(warningOf("DROP STREAM o;"))
        .isEqualTo(
            "The topic O stays. DROP .. DELETE TOPIC deletes it too;"
                + " CREATE STREAM .. WITH (START='fresh') AS .. empties it.");
    assertThat(warningOf("DROP STREAM s;"))
        .isEqualTo(
            "The topic t stays with its 2 records: a stream made on it again begins with them."
                + " DROP .. DELETE TOPIC deletes it too.");
    server.ksql(CREATE_S);
    assertThat(warningOf("DROP STREAM s DELETE TOPIC;")).isEmpty();
    server.topic("t", 1).ksql(CREATE_S);
    server.topics().delete("t");
    assertThat(warningOf("DROP STREAM s;")).isEmpty();
    assertThat(warningOf("DROP STREAM IF EXISTS s;")).isEmpty();
  }

  @Test
  void emptiesATopicForAQueryThatStartsFresh() {
    server.ksql(CREATE_S + "CREATE STREAM o AS SELECT * FROM s;");
    JsonNode fresh =
        server.ksql("CREATE OR REPLACE STREAM o WITH (start='fresh') AS SELECT * FROM s;").get(0);
    assertThat(fresh.path("commandStatus").path("queryId").asText()).isEqualTo("CSAS_O_2");
    assertThat(server.queries().emptied()).containsExactly("O");
    assertThat(server.queries().status("CSAS_O_1")).isEmpty();
  }

  @Test
  void saysHowFarQueriesHaveRead() {
    server.ksql(CREATE_S + "INSERT INTO s VALUES (1, 'a');");
    server.ksql("CREATE STREAM o AS SELECT * FROM s;");
    JsonNode ofReader = extended("s").path("queryOffsetSummaries");
    assertThat(ofReader).hasSize(1);
    assertThat(ofReader.get(0).toString())
        .isEqualTo(
            "{\"groupId\":\"app-CSAS_O_1\",\"topicSummaries\":[{\"kafkaTopic\":\"t\",\"offsets\":["
                + "{\"partition\":0,\"logStartOffset\":0,\"logEndOffset\":1,\"consumerOffset\":0},"
                + "{\"partition\":1,\"logStartOffset\":0,\"logEndOffset\":0,\"consumerOffset\":0}]}]}");
    assertThat(extended("o").path("queryOffsetSummaries").toString())
        .isEqualTo(ofReader.toString());
    assertThat(server.ksql("DESCRIBE s;").get(0).at("/sourceDescription/queryOffsetSummaries"))
        .isEmpty();
  }

  @Test
  void countsRecordsThatAQueryFailedWithOrWasWarnedOf() {
    server.ksql(CREATE_S + "CREATE STREAM o AS SELECT * FROM s;");
    assertThat(extended("o").path("errorStats").asText())
        .isEqualTo("CSAS_O_1: 1 records failed, 4 with a warning");
  }

  @Test
  void describesTheModelOfAFunction() {
    JsonNode described = server.ksql("DESCRIBE FUNCTION anomaly;").get(0);
    assertThat(described.path("details").get(1).toString())
        .isEqualTo("{\"name\":\"Inputs\",\"text\":\"210\"}");
    assertThat(server.ksql("DESCRIBE FUNCTION ucase;").get(0).has("details")).isFalse();
  }

  @Test
  void saysHowAModelGetsAName() {
    server.ksql(CREATE_S);
    JsonNode error = server.error("CREATE STREAM o AS SELECT id, detectAnomaly(v) FROM s;");
    assertThat(error.path("message").asText())
        .isEqualTo("There is no such function or model: DETECTANOMALY.");
    assertThat(error.path("hint").asText()).contains("ksql.functions.detectanomaly.model");
    assertThat(server.error("DESCRIBE FUNCTION anomalie;").path("hint").asText())
        .isEqualTo("Did you mean ANOMALY?");
  }

  private JsonNode extended(String source) {
    return server.ksql("DESCRIBE " + source + " EXTENDED;").get(0).path("sourceDescription");
  }

  @Test
  void pausesResumesAndTerminatesAQuery() {
    server.ksql(CREATE_S + "CREATE STREAM o AS SELECT * FROM s;");
    String id = server.ksql("SHOW QUERIES;").get(0).path("queries").get(0).path("id").asText();
    server.ksql("PAUSE " + id + ";");
    assertThat(server.queries().status(id).orElseThrow().state()).isEqualTo("PAUSED");
    server.ksql("RESUME " + id + ";");
    assertThat(server.queries().status(id).orElseThrow().state()).isEqualTo("RUNNING");
    JsonNode ended = server.ksql("TERMINATE " + id + ";").get(0);
    assertThat(ended.path("@type").asText()).isEqualTo("currentStatus");
    assertThat(server.queries().status(id)).isEmpty();
  }

  @Test
  void doesNothingOfAScriptThatIsWrongSomewhere() {
    JsonNode error = server.error(CREATE_S + "CREATE STREAM o AS SELECT nmae FROM s;");
    assertThat(error.path("@type").asText()).isEqualTo("statement_error");
    assertThat(error.path("error_code").asInt()).isEqualTo(40001);
    assertThat(error.path("code").asText()).isEqualTo("KSQL-2003");
    String statement = error.path("statementText").asText();
    int start = error.path("span").path("start").asInt();
    assertThat(statement.substring(start, start + error.path("span").path("length").asInt()))
        .isEqualTo("nmae");
    assertThat(server.ksql("LIST STREAMS;").get(0).path("streams")).isEmpty();
  }

  @Test
  void addsTheLastSemicolonAsClientsOfOldLeaveItOut() {
    JsonNode made =
        server.ksql(
            "CREATE TABLE users_original (registertime bigint, userid varchar)"
                + " WITH (kafka_topic='t', value_format='JSON', key='userid')");
    assertThat(made.get(0).path("commandStatus").path("status").asText()).isEqualTo("SUCCESS");
    JsonNode tables = server.ksql("show tables").get(0);
    assertThat(tables.path("statementText").asText()).isEqualTo("show tables;");
    assertThat(tables.path("tables").get(0).path("name").asText()).isEqualTo("USERS_ORIGINAL");
  }

  @Test
  void plansAStatementForWhatTheOnesBeforeItMake() {
    JsonNode answers =
        server.ksql(
            "CREATE STREAM a (k INT KEY, v INT) WITH (kafka_topic='new', partitions=3,"
                + " value_format='JSON'); CREATE STREAM b AS SELECT * FROM a; DESCRIBE b;");
    assertThat(answers).hasSize(3);
    assertThat(server.topics().all().get("B").partitions()).isEqualTo(3);
  }

  @Test
  void describesWhatEarlierStatementsOfTheScriptMade() {
    JsonNode described =
        server.ksql(CREATE_S + "DESCRIBE s EXTENDED;").get(1).path("sourceDescription");
    assertThat(described.path("partitions").asInt()).isEqualTo(2);
    assertThat(described.path("fields").get(0).path("type").asText()).isEqualTo("KEY");
    assertThat(described.path("fields").get(1).path("schema").path("type").asText())
        .isEqualTo("STRING");
  }

  @Test
  void insertsARow() {
    server.ksql(CREATE_S);
    JsonNode answer = server.ksql("INSERT INTO s (ROWTIME, id, v) VALUES (17, 4, 'a' + 'b');");
    assertThat(answer).isEmpty();
    var record = server.topics().records("t").get(0);
    assertThat(record.timestamp()).isEqualTo(17);
    assertThat(record.key()).containsExactly(0, 0, 0, 4);
    assertThat(new String(record.value(), StandardCharsets.UTF_8)).isEqualTo("{\"V\":\"ab\"}");
  }

  @Test
  void registersSchemasAndTakesColumnsFromThem() {
    server.ksql(
        "CREATE STREAM a (k INT KEY, v INT, w VARCHAR) WITH (kafka_topic='avro', partitions=1,"
            + " value_format='AVRO');");
    assertThat(server.registry().subjects()).containsExactly("avro-value");
    JsonNode fields =
        server
            .ksql(
                "CREATE STREAM b (k INT KEY) WITH (kafka_topic='avro', value_format='AVRO');"
                    + " DESCRIBE b;")
            .get(1)
            .path("sourceDescription")
            .path("fields");
    assertThat(fields.findValuesAsText("name")).containsExactly("K", "V", "W");
    assertThat(server.ksql("ASSERT SCHEMA SUBJECT 'avro-value';").get(0).path("exists").asBoolean())
        .isTrue();
    assertThat(
            server
                .error("ASSERT SCHEMA SUBJECT 'nothing' TIMEOUT 0 SECONDS;")
                .path("error_code")
                .asInt())
        .isEqualTo(41700);
    server.ksql("DROP STREAM b; DROP STREAM a DELETE TOPIC;");
    assertThat(server.registry().subjects()).isEmpty();
  }

  @Test
  void takesColumnsFromASchemaThatTheScriptRegisters() {
    JsonNode answers =
        server.ksql(
            "CREATE STREAM a (v INT) WITH (kafka_topic='avro', partitions=1, value_format='AVRO');"
                + " CREATE STREAM b WITH (kafka_topic='avro', value_format='AVRO'); DESCRIBE b;");
    assertThat(answers.get(2).path("sourceDescription").path("fields").findValuesAsText("name"))
        .contains("V");
  }

  @Test
  void setsPropertiesAndVariablesForTheRestOfTheRequest() {
    JsonNode answers =
        server.ksql(
            "SET 'auto.offset.reset'='earliest'; DEFINE name='s2'; SHOW VARIABLES;"
                + " CREATE STREAM ${name} (v INT) WITH (kafka_topic='t', value_format='JSON');"
                + " SHOW PROPERTIES;");
    assertThat(answers.get(0).path("variables").get(0).path("value").asText()).isEqualTo("s2");
    assertThat(answers.get(1).path("commandId").asText()).isEqualTo("stream/`S2`/create");
    assertThat(answers.get(2).path("overwrittenProperties").toString())
        .isEqualTo("[\"auto.offset.reset\"]");
  }

  @Test
  void refusesPropertiesThatAreTheServersOrDoNotExist() {
    assertThat(server.error("SET 'ksql.service.id'='x';").path("code").asText())
        .isEqualTo("KSQL-3012");
    JsonNode unknown = server.error("SET 'auto.ofset.reset'='earliest';");
    assertThat(unknown.path("hint").asText()).contains("auto.offset.reset");
    assertThat(
            server
                .post(
                    "/ksql",
                    "{\"ksql\":\"LIST STREAMS;\",\"streamsProperties\":{\"bootstrap.servers\":\"x\"}}")
                .statusCode())
        .isEqualTo(400);
    assertThat(server.get("/is_valid_property/auto.offset.reset").body()).isEqualTo("true");
    assertThat(server.get("/is_valid_property/nothing.like.it").statusCode()).isEqualTo(400);
  }

  @Test
  void answersIfExistsWithAWarning() {
    JsonNode answer = server.ksql("DROP STREAM IF EXISTS nothing;").get(0);
    assertThat(answer.path("@type").asText()).isEqualTo("warning_entity");
    assertThat(server.error("DROP STREAM nothing;").path("code").asText()).isEqualTo("KSQL-2001");
  }

  @Test
  void sendsQueriesToTheirEndpoint() {
    server.ksql(CREATE_S);
    assertThat(server.error("SELECT * FROM s EMIT CHANGES;").path("error_code").asInt())
        .isEqualTo(40002);
    assertThat(server.error("PRINT 't';").path("error_code").asInt()).isEqualTo(40002);
  }

  @Test
  void listsFunctionsAndDescribesAnomaly() {
    JsonNode functions = server.ksql("SHOW FUNCTIONS;").get(0).path("functions");
    assertThat(functions.findValuesAsText("name")).contains("ANOMALY", "COUNT", "UCASE");
    JsonNode anomaly = server.ksql("DESCRIBE FUNCTION anomaly;").get(0);
    assertThat(anomaly.path("type").asText()).isEqualTo("SCALAR");
    assertThat(anomaly.path("functions").get(0).path("returnType").asText()).isEqualTo("DOUBLE");
    assertThat(server.error("DESCRIBE FUNCTION anomly;").path("hint").asText())
        .containsIgnoringCase("anomaly");
  }

  @Test
  void hidesInternalTopicsUnlessAskedForAll() {
    server.topic("__consumer_offsets", 1);
    assertThat(server.ksql("SHOW TOPICS;").get(0).path("topics").toString())
        .isEqualTo("[{\"name\":\"t\",\"replicaInfo\":[1,1]}]");
    assertThat(server.ksql("SHOW ALL TOPICS;").get(0).path("topics")).hasSize(2);
  }

  @Test
  void assertsTopics() {
    assertThat(server.ksql("ASSERT TOPIC t WITH (PARTITIONS=2);").get(0).path("exists").asBoolean())
        .isTrue();
    JsonNode failed = server.error("ASSERT TOPIC t WITH (PARTITIONS=3) TIMEOUT 10 MILLISECONDS;");
    assertThat(failed.path("error_code").asInt()).isEqualTo(41700);
    assertThat(
            server
                .ksql("ASSERT NOT EXISTS TOPIC u TIMEOUT 0 SECONDS;")
                .get(0)
                .path("topicName")
                .asText())
        .isEqualTo("u");
  }

  @Test
  void explainsAStatementWithoutRunningIt() {
    server.ksql(CREATE_S);
    JsonNode plan =
        server
            .ksql("EXPLAIN SELECT id FROM s WHERE v = 'x' EMIT CHANGES;")
            .get(0)
            .path("queryDescription");
    assertThat(plan.path("statementText").asText())
        .isEqualTo("SELECT id FROM s WHERE v = 'x' EMIT CHANGES;");
    assertThat(plan.path("executionPlan").asText()).contains("filter:1").contains("scan:1");
    assertThat(server.queries().running()).isEmpty();
  }

  @Test
  void explainsARunningQuery() {
    server.ksql(CREATE_S + "CREATE STREAM o AS SELECT * FROM s;");
    String id = server.ksql("SHOW QUERIES;").get(0).path("queries").get(0).path("id").asText();
    JsonNode explained = server.ksql("EXPLAIN " + id + ";").get(0).path("queryDescription");
    assertThat(explained.path("consumerGroupId").asText()).isEqualTo("app-" + id);
    assertThat(explained.path("sinks").get(0).asText()).isEqualTo("O");
    assertThat(server.ksql("EXPLAIN CSAS_O;").get(0).path("queryDescription")).isEqualTo(explained);
  }

  @Test
  void hidesSecretsThatASessionHasSet() {
    server.ksql(CREATE_S);
    String answer =
        server
            .post(
                "/ksql",
                """
                {"ksql":"EXPLAIN SELECT * FROM s EMIT CHANGES;",
                 "streamsProperties":{"topic.x.password":"hush","auto.offset.reset":"earliest"}}""")
            .body();
    assertThat(answer).doesNotContain("hush").contains("[hidden]").contains("earliest");
  }

  @Test
  void addsTheFormatThatClassicClientsLookFor() {
    server.ksql(CREATE_S);
    assertThat(server.ksql("SHOW STREAMS;").toString()).doesNotContain("\"format\"");
    assertThat(server.ksql("SET 'ksql.classic.mode'='true'; SHOW STREAMS;").toString())
        .contains("\"format\":\"JSON\"");
  }

  @Test
  void keepsTypes() {
    server.ksql("CREATE TYPE address AS STRUCT<street VARCHAR, nr INT>;");
    JsonNode type = server.ksql("SHOW TYPES;").get(0).path("types").path("ADDRESS");
    assertThat(type.path("fields").get(1).path("schema").path("type").asText())
        .isEqualTo("INTEGER");
    server.ksql("DROP TYPE address;");
    assertThat(server.ksql("SHOW TYPES;").get(0).path("types")).isEmpty();
  }

  @Test
  void saysHowFarACommandHasCome() {
    server.ksql(CREATE_S);
    assertThat(server.get("/status/stream/%60S%60/create").body()).contains("\"SUCCESS\"");
    assertThat(server.get("/status").body())
        .isEqualTo("{\"commandStatuses\":{\"stream/`S`/create\":\"SUCCESS\"}}");
    assertThat(server.get("/status/stream/nothing/create").statusCode()).isEqualTo(404);
  }

  @Test
  void refusesMoreQueriesThanAllowed() {
    try (TestServer small =
        new TestServer(Map.of("ksql.query.persistent.active.limit", "1")).topic("t", 1)) {
      small.ksql(CREATE_S + "CREATE STREAM a AS SELECT * FROM s;");
      assertThat(small.error("CREATE STREAM b AS SELECT * FROM s;").path("code").asText())
          .isEqualTo("KSQL-3013");
    }
  }

  @Test
  void keepsWhatWasDoneBeforeAStatementThatFailsInTheEnd() {
    JsonNode error =
        server.error(CREATE_S + "ASSERT TOPIC nothing TIMEOUT 0 SECONDS; DROP STREAM s;");
    assertThat(error.path("entities")).hasSize(1);
    assertThat(server.ksql("LIST STREAMS;").get(0).path("streams")).hasSize(1);
  }

  @Test
  void refusesBodiesThatAreNoRequest() {
    assertThat(server.post("/ksql", "{\"ksql\":").statusCode()).isEqualTo(400);
    assertThat(server.post("/ksql", "{}").statusCode()).isEqualTo(400);
    assertThat(server.error("CREATE STREM s;").path("code").asText()).isEqualTo("KSQL-1001");
  }

  @Test
  void answersClientsOfTheClassicModeByTheNameOfTheType() {
    String request =
        """
        {"ksql": "CREATE STREAM s (v VARCHAR) WITH (kafka_topic='t', value_format='JSON'); \
        DESCRIBE s; LIST STREAMS;", "streamsProperties": {"ksql.classic.mode": "true"}}""";

    JsonNode answers = TestServer.json(server.post("/ksql", request).body());
    assertThat(answers.get(0).path("currentStatus").path("commandId").asText())
        .isEqualTo("stream/`S`/create");
    assertThat(answers.get(1).path("description").has("sourceDescription")).isTrue();
    assertThat(answers.get(2).path("streams").path("streams")).hasSize(1);
    assertThat(answers.toString()).doesNotContain("\"@type\"");

    String list =
        "{\"ksql\": \"LIST STREAMS;\", \"streamsProperties\": {\"ksql.classic.mode\": \"true\"}}";
    String today = server.post("/ksql", list, "Accept", "application/vnd.ksql.v1+json").body();
    assertThat(TestServer.json(today).get(0).path("@type").asText()).isEqualTo("streams");
  }
}
