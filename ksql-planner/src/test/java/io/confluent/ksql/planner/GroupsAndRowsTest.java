package io.confluent.ksql.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.planner.command.Duty;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Groups of tables, windows, and functions that give rows: plans, and what is refused where. */
class GroupsAndRowsTest {
  private final PlanningScript script = new PlanningScript();

  @BeforeEach
  void declareSources() {
    script
        .topic("cars", 2)
        .topic("users", 2)
        .topic("visits", 2)
        .run(
            "CREATE STREAM car (car_id INT KEY, model VARCHAR, speed BIGINT, tags ARRAY<BIGINT>)"
                + " WITH (kafka_topic='cars', value_format='JSON');")
        .run(
            "CREATE TABLE users (user_id INT PRIMARY KEY, name VARCHAR, level BIGINT,"
                + " tags ARRAY<BIGINT>) WITH (kafka_topic='users', value_format='JSON');")
        .run(
            "CREATE STREAM visit (page INT KEY, n BIGINT) WITH (kafka_topic='visits',"
                + " value_format='JSON', window_type='TUMBLING', window_size='1 MINUTE');");
  }

  @Test
  void regroupsATable() {
    script.run(
        "CREATE TABLE t AS SELECT name, COUNT(*) AS n, SUM(level) AS total FROM users"
            + " WHERE level > 1 GROUP BY name;");

    assertThat(script.lastPlan())
        .isEqualTo(
            """
            Sink to topic T, KAFKA/JSON [`NAME` STRING KEY, `N` BIGINT, `TOTAL` BIGINT]
              Project key NAME; KSQL_AGG_VARIABLE_0 AS N, KSQL_AGG_VARIABLE_1 AS TOTAL
                Aggregate COUNT(KSQL_ARG_0), SUM(KSQL_ARG_1) EMIT CHANGES
                  Regroup Aggregate-GroupBy by NAME; ROWTIME AS KSQL_ARG_0,\
             LEVEL AS KSQL_ARG_1, KAFKA/JSON
                    Filter (LEVEL > CAST(1 AS BIGINT))
                      Scan table USERS from topic users, KAFKA/JSON \
            [`USER_ID` INTEGER KEY, `NAME` STRING, `LEVEL` BIGINT, `TAGS` ARRAY<BIGINT>]""");
  }

  @Test
  void keepsTheTimeOfATablesRowWhereItCounts() {
    script.run("CREATE TABLE t AS SELECT name, SUM(ROWTIME) AS total FROM users GROUP BY name;");

    assertThat(script.lastPlan()).contains("`TAGS` ARRAY<BIGINT>, `ROWTIME` BIGINT]");
  }

  @Test
  void namesAllFunctionsThatCannotTakeRowsBack() {
    script.assertError(
        "CREATE TABLE t AS SELECT name, SUM(level), «MIN»(level) FROM users GROUP BY name"
            + " HAVING LAST(level) > 1;",
        ErrorCode.INVALID_AGGREGATION,
        "COUNT");
  }

  @Test
  void putsRowsOfATableIntoNoWindows() {
    script.assertError(
        "CREATE TABLE t AS SELECT name, COUNT(*) AS n FROM users"
            + " WINDOW «TUMBLING (SIZE 1 MINUTE)» GROUP BY name;",
        ErrorCode.INVALID_WINDOW,
        "");
  }

  @Test
  void makesRowsOfLists() {
    script.run("CREATE STREAM t AS SELECT car_id, EXPLODE(tags) + 1 AS tag FROM car;");

    assertThat(script.lastPlan())
        .isEqualTo(
            """
            Sink to topic T, KAFKA/JSON [`CAR_ID` INTEGER KEY, `TAG` BIGINT]
              Project key CAR_ID; (KSQL_ROW_VALUE_0 + CAST(1 AS BIGINT)) AS TAG
                FlatMap EXPLODE(TAGS)
                  Scan stream CAR from topic cars, KAFKA/JSON \
            [`CAR_ID` INTEGER KEY, `MODEL` STRING, `SPEED` BIGINT, `TAGS` ARRAY<BIGINT>]""");
  }

  @Test
  void refusesTableFunctionsWhereTheyCannotStand() {
    script.assertError(
        "CREATE TABLE t AS SELECT user_id, «EXPLODE»(tags) AS x FROM users;",
        ErrorCode.INVALID_TABLE_FUNCTION,
        "stream");
    script.assertError(
        "CREATE STREAM t AS SELECT car_id, speed FROM car WHERE «EXPLODE»(tags) > 1;",
        ErrorCode.INVALID_TABLE_FUNCTION,
        "Store a stream");
    script.assertError(
        "CREATE TABLE t AS SELECT car_id, COUNT(*), «EXPLODE»(tags) AS x FROM car GROUP BY car_id;",
        ErrorCode.INVALID_TABLE_FUNCTION,
        "aggregate that stream");
    script.assertError(
        "CREATE STREAM t AS SELECT car_id, CASE WHEN speed > 1 THEN «EXPLODE»(tags) END FROM car;",
        ErrorCode.INVALID_TABLE_FUNCTION,
        "CASE");
  }

  @Test
  void leavesTheKeyOfWindowedRowsAlone() {
    script.run("CREATE TABLE t AS SELECT page, SUM(n) AS total FROM visit GROUP BY page;");
    assertThat(script.lastPlan()).doesNotContain("Rekey", "Repartition");
    script.assertError(
        "CREATE TABLE u AS SELECT n, COUNT(*) FROM visit GROUP BY «n»;",
        ErrorCode.WINDOWED_REKEY,
        "PAGE");
    script.assertError(
        "CREATE STREAM u AS SELECT n, page FROM visit PARTITION BY «n»;",
        ErrorCode.WINDOWED_REKEY,
        "PAGE");
    script.assertError(
        "CREATE TABLE u AS SELECT page, COUNT(*) FROM visit WINDOW «TUMBLING (SIZE 1 HOUR)»"
            + " GROUP BY page;",
        ErrorCode.INVALID_WINDOW,
        "Without WINDOW");
  }

  @Test
  void selectsTheBoundsOfItsWindowsAndNothingElse() {
    String windows = " FROM car WINDOW TUMBLING (SIZE 1 MINUTE)";
    script.assertError(
        "CREATE TABLE t AS SELECT car_id, COUNT(*)" + windows + " GROUP BY car_id, «WINDOWSTART»;",
        ErrorCode.INVALID_WINDOW,
        "leave it out");
    script.assertError(
        "CREATE TABLE t AS SELECT car_id, COUNT(*)"
            + windows
            + " GROUP BY car_id HAVING «WINDOWEND» > 5;",
        ErrorCode.INVALID_WINDOW,
        "leave it out");
    script.assertError(
        "CREATE TABLE t AS SELECT car_id, SUM(«WINDOWSTART»)" + windows + " GROUP BY car_id;",
        ErrorCode.INVALID_WINDOW,
        "leave it out");
  }

  @Test
  void keepsTheTopicOfWindowsForTheirRetention() {
    script.run(
        "CREATE TABLE t AS SELECT car_id, COUNT(*) AS n FROM car WINDOW TUMBLING (SIZE 1 MINUTE,"
            + " RETENTION 2 HOURS, GRACE PERIOD 1 HOUR) GROUP BY car_id;");

    assertThat(script.lastChange().command().duties())
        .contains(
            new Duty.CreateTopic(
                "T",
                2,
                (short) 1,
                Map.of("cleanup.policy", "compact,delete", "retention.ms", "7200000")));
  }

  @Test
  void takesTheKeyColumnsThatAreSelectedIfToldTo() {
    script.set("ksql.new.query.planner.enabled", "true");
    script.run("CREATE STREAM t AS SELECT model FROM car;");

    assertThat(script.lastPlan()).startsWith("Sink to topic T, KAFKA/JSON [`MODEL` STRING]");
  }
}
