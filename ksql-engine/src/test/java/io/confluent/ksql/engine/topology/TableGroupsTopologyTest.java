package io.confluent.ksql.engine.topology;

import static io.confluent.ksql.engine.topology.Plans.JSON;
import static io.confluent.ksql.engine.topology.Plans.KAFKA;
import static io.confluent.ksql.engine.topology.Plans.T;
import static io.confluent.ksql.engine.topology.Plans.V;
import static io.confluent.ksql.engine.topology.Plans.as;
import static io.confluent.ksql.engine.topology.Plans.id;
import static io.confluent.ksql.engine.topology.Plans.project;
import static io.confluent.ksql.engine.topology.Plans.sink;
import static io.confluent.ksql.engine.topology.Plans.total;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.physical.AggregateStep.Emission;
import io.confluent.ksql.planner.physical.PhysicalPlan;
import io.confluent.ksql.planner.physical.RegroupStep;
import io.confluent.ksql.planner.physical.Step;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TableGroupsTopologyTest {
  private static final Expr TOTAL = ColumnRef.value(0, "TOTAL", SqlTypes.BIGINT);

  private static PhysicalPlan totals() {
    Step grouped =
        new RegroupStep(
            id("Aggregate-GroupBy"),
            Plans.table("KsqlTopic-Reduce", "input"),
            List.of(as("T", T)),
            List.of(as("V", V)),
            KAFKA,
            JSON);
    return sink(project(total(grouped, Optional.empty(), Emission.CHANGES), as("S", TOTAL)), JSON);
  }

  @Test
  void takesARowOutOfItsOldGroupBeforeItJoinsTheNew() {
    try (RunningPlan plan = new RunningPlan(totals())) {
      plan.send("a", "{\"V\":1,\"T\":\"x\"}", 5)
          .send("b", "{\"V\":2,\"T\":\"x\"}", 4)
          .send("a", "{\"V\":4,\"T\":\"y\"}", 7)
          .send("b", "{\"V\":8,\"T\":\"x\"}", 8)
          .send("b", null, 9);

      assertThat(plan.output())
          .containsExactly(
              "x={\"S\":1}@5",
              "x={\"S\":3}@5",
              "x={\"S\":2}@7",
              "y={\"S\":4}@7",
              "x={\"S\":8}@8",
              "x={\"S\":0}@9");
      assertThat(plan.errors()).isEmpty();
    }
  }

  @Test
  void namesItsTopicsAndStores() {
    try (RunningPlan plan = new RunningPlan(totals())) {
      plan.send("a", "{\"V\":1,\"T\":\"x\"}", 5);

      assertThat(plan.driver().producedTopicNames())
          .containsExactlyInAnyOrder(
              "output",
              "app-KsqlTopic-Reduce-changelog",
              "app-Aggregate-GroupBy-repartition",
              "app-Aggregate-Aggregate-Materialize-changelog");
      assertThat(plan.topology().describe().toString()).doesNotContain("KTABLE-", "KSTREAM-");
    }
  }

  @Test
  void logsARowOfNoGroup() {
    try (RunningPlan plan = new RunningPlan(totals())) {
      plan.send("a", "{\"V\":1}", 5).send("a", "{\"V\":2,\"T\":\"x\"}", 6);

      assertThat(plan.output()).containsExactly("x={\"S\":2}@6");
      assertThat(plan.errors().get(0).message()).contains("T is NULL");
    }
  }

  @Test
  void keepsTheStateIfARowCannotBeTakenBack() {
    try (RunningPlan plan = new RunningPlan(totals())) {
      plan.send("a", "{\"V\":777,\"T\":\"x\"}", 5).send("a", null, 6);

      assertThat(plan.output()).containsExactly("x={\"S\":777}@5", "x={\"S\":777}@6");
      assertThat(plan.errors()).hasSize(1);
      assertThat(plan.errors().get(0).message()).contains("TOTAL", "not back");
    }
  }

  @Test
  void groupsOnlyTables() {
    assertThatThrownBy(
            () ->
                new RegroupStep(
                    id("G"),
                    Plans.stream(JSON),
                    List.of(as("T", T)),
                    List.of(as("V", V)),
                    KAFKA,
                    JSON))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                total(Plans.table("KsqlTopic-Reduce", "input"), Optional.empty(), Emission.CHANGES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not regrouped");
  }
}
