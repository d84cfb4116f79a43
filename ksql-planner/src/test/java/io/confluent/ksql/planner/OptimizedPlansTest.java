package io.confluent.ksql.planner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the rules of the optimizer do to plans, and where they keep still. */
class OptimizedPlansTest {
  private final PlanningScript script = new PlanningScript();

  @BeforeEach
  void declareSources() {
    script
        .topic("cars", 2)
        .topic("users", 2)
        .run(
            "CREATE STREAM car (car_id INT KEY, owner_id INT, model VARCHAR, speed BIGINT)"
                + " WITH (kafka_topic='cars', format='JSON');")
        .run(
            "CREATE TABLE users (user_id INT PRIMARY KEY, name VARCHAR, level INT)"
                + " WITH (kafka_topic='users', format='JSON');");
  }

  private String plan(String sql) {
    return script.run(sql).lastPlan();
  }

  @Test
  void dropsARekeyByTheKeyThatRowsHaveAnyway() {
    assertThat(plan("CREATE TABLE t AS SELECT car_id, COUNT(*) AS n FROM car GROUP BY car_id;"))
        .doesNotContain("Rekey", "Repartition");
  }

  @Test
  void keepsARekeyByAnythingElse() {
    assertThat(plan("CREATE TABLE a AS SELECT model, COUNT(*) AS n FROM car GROUP BY model;"))
        .contains("Repartition", "Rekey by MODEL");
    assertThat(
            plan(
                "CREATE TABLE b AS SELECT car_id, model, COUNT(*) AS n FROM car"
                    + " GROUP BY car_id, model;"))
        .contains("Repartition", "Rekey by CAR_ID, MODEL");
    assertThat(
            plan(
                "CREATE TABLE c AS SELECT car_id + 1, COUNT(*) AS n FROM car GROUP BY car_id + 1;"))
        .contains("Repartition", "Rekey by ");
  }

  @Test
  void carriesOnlyWhatIsUsedThroughAnInternalTopic() {
    assertThat(
            plan(
                "CREATE STREAM a AS SELECT owner_id, name FROM car"
                    + " JOIN users ON owner_id = user_id WHERE speed > 5;"))
        .contains("Rekey by OWNER_ID; SPEED AS CAR.SPEED")
        .contains("Project key USER_ID; NAME AS USERS.NAME");
  }

  @Test
  void carriesAColumnEvenIfNoneIsUsed() {
    assertThat(
            plan(
                "CREATE STREAM a AS SELECT user_id, speed FROM car"
                    + " LEFT JOIN users ON car_id = user_id;"))
        .contains("SPEED AS CAR.SPEED")
        .contains("USER_ID AS USERS.USER_ID")
        .doesNotContain("USERS.NAME", "CAR.MODEL");
  }

  @Test
  void keepsEveryColumnOfTheResult() {
    assertThat(plan("CREATE STREAM a AS SELECT * FROM car;"))
        .contains("Project key CAR_ID; OWNER_ID, MODEL, SPEED");
  }

  @Test
  void carriesAForeignKeyThatNobodySelects() {
    script
        .topic("trips", 3)
        .run(
            "CREATE TABLE trips (trip INT PRIMARY KEY, driver INT, km INT)"
                + " WITH (kafka_topic='trips', format='JSON');");

    assertThat(
            plan(
                "CREATE TABLE a AS SELECT trip, name FROM trips LEFT JOIN users"
                    + " ON driver = user_id;"))
        .contains("Left join of table and table by foreign key TRIPS.DRIVER")
        .contains("DRIVER AS TRIPS.DRIVER")
        .doesNotContain("TRIPS.KM", "USERS.LEVEL", "Repartition");
  }

  @Test
  void writesASideAgainOnlyForAnotherKeyOrFormat() {
    script
        .topic("seen", 2)
        .run(
            "CREATE STREAM seen (car_id INT KEY, spot INT)"
                + " WITH (kafka_topic='seen', format='JSON');")
        .run(
            "CREATE STREAM heard (car_id INT KEY, spot INT)"
                + " WITH (kafka_topic='seen', key_format='KAFKA', value_format='JSON');");

    assertThat(
            plan(
                "CREATE STREAM a AS SELECT car.car_id, spot FROM car JOIN seen WITHIN 1 SECOND"
                    + " ON car.car_id = seen.car_id;"))
        .contains(
            "Inner join of stream and stream WITHIN 1000 ms before, 1000 ms after, grace 86400000"
                + " ms, unmatched rows at once")
        .doesNotContain("Repartition");
    assertThat(
            plan(
                "CREATE STREAM b AS SELECT car.car_id, spot FROM car JOIN heard WITHIN 1 SECOND"
                    + " GRACE PERIOD 1 SECOND ON car.car_id = heard.car_id;"))
        .contains("grace 1000 ms, unmatched rows when closed", "Repartition Join-right, JSON/JSON")
        .doesNotContain("Join-left");
    assertThat(
            plan(
                "CREATE STREAM c AS SELECT user_id, spot FROM car JOIN heard WITHIN 1 SECOND"
                    + " ON car.car_id = heard.car_id LEFT JOIN users ON owner_id = user_id;"))
        .contains("Repartition L_Join-right, JSON/JSON", "Repartition Join, JSON/JSON");
  }
}
