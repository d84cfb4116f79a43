package io.confluent.ksql.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.planner.catalog.CatalogChange;
import io.confluent.ksql.planner.command.Duty;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.schema.Column;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlannerTest {
  private final PlanningScript script = new PlanningScript();

  @BeforeEach
  void declareSources() {
    script
        .topic("HealthSensorInputTopic", 1)
        .topic("cars", 2)
        .topic("users", 2)
        .run(
            "CREATE STREAM healthsensor (eventid integer, sensorinput varchar)"
                + " WITH (kafka_topic='HealthSensorInputTopic', value_format='DELIMITED');")
        .run(
            "CREATE STREAM car (car_id INT KEY, owner_id INT, model VARCHAR, speed BIGINT)"
                + " WITH (kafka_topic='cars', value_format='JSON');")
        .run(
            "CREATE TABLE users (user_id INT PRIMARY KEY, name VARCHAR, level INT)"
                + " WITH (kafka_topic='users', value_format='JSON');");
  }

  @Test
  void scoresAndFiltersLikeTheDocuments() {
    script.run(
        "CREATE STREAM AnomalyDetection WITH (VALUE_FORMAT='AVRO') AS \\\n"
            + "SELECT eventid, sensorinput, CAST (anomaly(sensorinput) AS DOUBLE) as Anomaly"
            + " FROM healthsensor;");

    assertThat(script.lastPlan())
        .isEqualTo(
            """
            Sink to topic ANOMALYDETECTION, KAFKA/AVRO \
            [`EVENTID` INTEGER, `SENSORINPUT` STRING, `ANOMALY` DOUBLE]
              Project EVENTID, SENSORINPUT, ANOMALY(SENSORINPUT) AS ANOMALY
                Scan stream HEALTHSENSOR from topic HealthSensorInputTopic, KAFKA/DELIMITED \
            [`EVENTID` INTEGER, `SENSORINPUT` STRING]\
            """);
    assertThat(script.lastChange().queryId()).contains("CSAS_ANOMALYDETECTION_3");
    assertThat(script.lastChange().command().duties())
        .element(0)
        .isEqualTo(
            new Duty.CreateTopic(
                "ANOMALYDETECTION", 1, (short) 1, Map.of("cleanup.policy", "delete")));

    script.run("CREATE STREAM Breach AS SELECT * FROM AnomalyDetection WHERE Anomaly >1.3;");

    assertThat(script.lastPlan())
        .contains("Sink to topic BREACH, KAFKA/AVRO")
        .contains("Filter (ANOMALY > CAST(1.3 AS DOUBLE))");
  }

  @Test
  void groupsByAnotherColumnThroughAnInternalTopic() {
    script.run(
        "CREATE TABLE t AS SELECT model, COUNT(*) AS n, SUM(speed) AS total,"
            + " WINDOWSTART AS began FROM car WINDOW TUMBLING (SIZE 120 MINUTES)"
            + " GROUP BY model HAVING COUNT(*) > 5;");

    assertThat(script.lastPlan())
        .isEqualTo(
            """
            Sink to topic T, KAFKA/JSON \
            [`MODEL` STRING KEY, `N` BIGINT, `TOTAL` BIGINT, `BEGAN` BIGINT]
              Project key MODEL; KSQL_AGG_VARIABLE_0 AS N, KSQL_AGG_VARIABLE_1 AS TOTAL,\
             WINDOWSTART AS BEGAN
                Filter (KSQL_AGG_VARIABLE_0 > CAST(5 AS BIGINT))
                  Aggregate COUNT(ROWTIME), SUM(KSQL_ARG_0) WINDOW TUMBLING 7200000 ms,\
             advance 7200000 ms, grace 79200000 ms EMIT CHANGES
                    Repartition Aggregate-GroupBy, KAFKA/JSON
                      Rekey by MODEL; SPEED AS KSQL_ARG_0
                        Scan stream CAR from topic cars, KAFKA/JSON \
            [`CAR_ID` INTEGER KEY, `OWNER_ID` INTEGER, `MODEL` STRING, `SPEED` BIGINT]\
            """);
  }

  @Test
  void groupsByItsKeyInPlace() {
    script.run("CREATE TABLE t AS SELECT car_id AS id, COUNT(*) AS n FROM car GROUP BY car_id;");

    assertThat(script.lastPlan())
        .doesNotContain("Repartition")
        .contains("[`ID` INTEGER KEY, `N` BIGINT]");
  }

  @Test
  void joinsEventsToTheRowsOfATable() {
    script.run(
        "CREATE STREAM luxury AS SELECT car_id, c.model, owner_id value FROM car c"
            + " LEFT JOIN users u ON c.owner_id = u.user_id WHERE c.model = 'Luxury Car ABC';");

    assertThat(script.lastPlan())
        .isEqualTo(
            """
            Sink to topic LUXURY, KAFKA/JSON \
            [`VALUE` INTEGER KEY, `CAR_ID` INTEGER, `MODEL` STRING]
              Project key VALUE; CAR_ID, MODEL
                Filter (MODEL = 'Luxury Car ABC')
                  Left join of stream and table
                    Repartition Join, KAFKA/JSON
                      Rekey by OWNER_ID; CAR_ID AS C.CAR_ID, MODEL AS C.MODEL
                        Scan stream CAR from topic cars, KAFKA/JSON \
            [`CAR_ID` INTEGER KEY, `OWNER_ID` INTEGER, `MODEL` STRING, `SPEED` BIGINT]
                    Project key USER_ID; USER_ID AS U.USER_ID
                      Scan table USERS from topic users, KAFKA/JSON \
            [`USER_ID` INTEGER KEY, `NAME` STRING, `LEVEL` INTEGER]\
            """);
  }

  @Test
  void partitionsByAnotherColumn() {
    script.run("CREATE STREAM byModel AS SELECT * FROM car PARTITION BY model;");

    assertThat(script.lastPlan())
        .contains("[`MODEL` STRING KEY, `OWNER_ID` INTEGER, `SPEED` BIGINT, `CAR_ID` INTEGER]")
        .doesNotContain("Repartition");
  }

  @Test
  void handsOutExactlyWhatIsSelected() {
    Plan.Push push =
        (Plan.Push) script.plan("SELECT speed * 2, car_id, UCASE(model) AS m FROM car LIMIT 3;");

    assertThat(push.columns())
        .extracting(Column::toString)
        .containsExactly("`KSQL_COL_0` BIGINT", "`CAR_ID` INTEGER", "`M` STRING");
    assertThat(push.places())
        .extracting(ColumnRef::side)
        .containsExactly(ColumnRef.Side.VALUE, ColumnRef.Side.KEY, ColumnRef.Side.VALUE);
    assertThat(push.limit()).hasValue(3);
    assertThat(push.end()).isEqualTo(Plan.Push.End.NEVER);
  }

  @Test
  void followsAStreamOnlyToItsEndWhereASettingSaysSo() {
    script.set("ksql.select.stream.default.emit", "NONE");

    assertThat(((Plan.Push) script.plan("SELECT * FROM car;")).end())
        .isEqualTo(Plan.Push.End.AT_END_OF_TOPICS);
  }

  @Test
  void keepsWhatTheSessionHasSetAndNothingOfTheServer() {
    script
        .set("auto.offset.reset", "earliest")
        .run("CREATE STREAM fast AS SELECT * FROM car WHERE speed > 100;");

    assertThat(script.catalog().query("CSAS_FAST_3").orElseThrow().settings())
        .isEqualTo(Map.of("auto.offset.reset", "earliest"));
  }

  @Test
  void terminatesByTheNameWithoutItsNumber() {
    script.run("CREATE STREAM fast AS SELECT * FROM car WHERE speed > 100;");

    Plan.Change change = (Plan.Change) script.plan("TERMINATE CSAS_FAST;");

    assertThat(change.command().changes())
        .isEqualTo(List.of(new CatalogChange.DropQuery("CSAS_FAST_3")));
  }

  @Test
  void dropsAStreamWithTheQueryThatFillsIt() {
    script.run("CREATE STREAM fast AS SELECT * FROM car WHERE speed > 100;");

    script.assertError("DROP STREAM «car»;", ErrorCode.SOURCE_IN_USE, "DROP STREAM FAST");
    script.run("DROP STREAM fast;");

    assertThat(script.catalog().queries()).isEmpty();
  }

  @Test
  void insertsConstantsOfTheColumnsTypes() {
    Plan.Insert insert =
        (Plan.Insert) script.plan("INSERT INTO car (car_id, speed) VALUES (1, -5);");

    assertThat(insert.key()).hasSize(1);
    assertThat(insert.value())
        .extracting(expr -> expr.type().toString())
        .containsExactly("INTEGER", "STRING", "BIGINT");
  }

  @Test
  void saysWhatIsWrongAndWhere() {
    script.assertError(
        "SELECT «NMAE» FROM users EMIT CHANGES;", ErrorCode.COLUMN_NOT_FOUND, "Did you mean NAME?");
    script.assertError("SELECT * FROM «healthsensr»;", ErrorCode.SOURCE_NOT_FOUND, "HEALTHSENSOR");
    script.assertError(
        "SELECT c.«car_modl» FROM car c LEFT JOIN users u ON c.owner_id = u.user_id;",
        ErrorCode.COLUMN_NOT_FOUND,
        "There are CAR_ID");
    script.assertError(
        "SELECT «detectAnomaly»(model) FROM car;",
        ErrorCode.FUNCTION_NOT_FOUND,
        "ksql.functions.detectanomaly.model");
    script.assertError(
        "SELECT model FROM car c LEFT JOIN users u ON c.owner_id = u.user_id WHERE c.«odel» = 'x';",
        ErrorCode.COLUMN_NOT_FOUND,
        "Did you mean C.MODEL?");
    script.assertError(
        "CREATE TABLE t AS SELECT «speed», COUNT(*) FROM car GROUP BY model;",
        ErrorCode.INVALID_AGGREGATION,
        "SELECT needs MODEL as well.");
    script.assertError(
        "CREATE TABLE t AS SELECT «speed», COUNT(*) FROM car GROUP BY model;",
        ErrorCode.INVALID_AGGREGATION,
        "LATEST_BY_OFFSET(SPEED)");
    script.assertError(
        "CREATE TABLE t AS SELECT «COUNT(*)» FROM car GROUP BY model;",
        ErrorCode.INVALID_KEY,
        "Add MODEL to SELECT");
    script.assertError("SELECT * FROM car WHERE «model»;", ErrorCode.TYPE_MISMATCH, "");
    script.assertError("SELECT «model = NULL» FROM car;", ErrorCode.TYPE_MISMATCH, "IS NULL");
    script.assertError(
        "CREATE STREAM «x» AS SELECT model, COUNT(*) FROM car GROUP BY model;",
        ErrorCode.WRONG_SOURCE_KIND,
        "CREATE TABLE");
    script.assertError(
        "CREATE STREAM s (a INT, «a» INT) WITH (kafka_topic='cars', value_format='JSON');",
        ErrorCode.COLUMN_DUPLICATE,
        "");
    script.assertError(
        "CREATE STREAM s (a INT) WITH («kafka_topic='nope'», value_format='JSON');",
        ErrorCode.TOPIC_NOT_FOUND,
        "PARTITIONS");
    script.assertError(
        "CREATE STREAM s (a INT) WITH (kafka_topic='cars', «value_formt='JSON'»);",
        ErrorCode.INVALID_PROPERTY,
        "VALUE_FORMAT");
    script.assertError(
        "CREATE STREAM s (a INT) WITH (kafka_topic='cars', «value_format='JSN'»);",
        ErrorCode.INVALID_FORMAT,
        "JSON");
    script.assertError("TERMINATE «CSAS_X»;", ErrorCode.QUERY_NOT_FOUND, "SHOW QUERIES");
    script.assertError(
        "INSERT INTO car (car_id, «spede») VALUES (1, 2);", ErrorCode.COLUMN_NOT_FOUND, "SPEED");
    script.assertError("INSERT INTO car (speed) VALUES («TRUE»);", ErrorCode.TYPE_MISMATCH, "CAST");
  }

  @Test
  void checksPartitionByOfAQueryForAClientToo() {
    script.assertError(
        "SELECT * FROM car PARTITION BY «nosuch» EMIT CHANGES;",
        ErrorCode.COLUMN_NOT_FOUND,
        "There are CAR_ID");
  }

  @Test
  void refusesWhatWouldCompareOrGroupWindowedKeys() {
    script
        .topic("w", 1)
        .run(
            "CREATE STREAM w (id INT KEY, v INT) WITH (kafka_topic='w', value_format='JSON',"
                + " window_type='SESSION');");

    script.assertError(
        "CREATE TABLE t AS SELECT v, COUNT(*) FROM w GROUP BY «v»;", ErrorCode.WINDOWED_REKEY, "");
    script.assertError(
        "CREATE STREAM t AS SELECT * FROM w JOIN «users» ON w.id = user_id;",
        ErrorCode.JOIN_WINDOWS,
        "");
  }

  @Test
  void suggestsTheStreamThatTheDocumentsMeant() {
    script
        .run("CREATE STREAM AnomalyDetection AS SELECT * FROM healthsensor;")
        .run("CREATE STREAM AnomalyDetectionBreach AS SELECT * FROM AnomalyDetection;");

    script.assertError(
        "SELECT * FROM «AnomalyDetectionWithFilter»;",
        ErrorCode.SOURCE_NOT_FOUND,
        "Did you mean ANOMALYDETECTION or ANOMALYDETECTIONBREACH?");
  }
}
