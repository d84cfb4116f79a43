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
}
