package io.confluent.ksql.engine.topology;

import static io.confluent.ksql.engine.topology.Plans.JSON;
import static io.confluent.ksql.engine.topology.Plans.KAFKA;
import static io.confluent.ksql.engine.topology.Plans.T;
import static io.confluent.ksql.engine.topology.Plans.V;
import static io.confluent.ksql.engine.topology.Plans.as;
import static io.confluent.ksql.engine.topology.Plans.filter;
import static io.confluent.ksql.engine.topology.Plans.greater;
import static io.confluent.ksql.engine.topology.Plans.id;
import static io.confluent.ksql.engine.topology.Plans.number;
import static io.confluent.ksql.engine.topology.Plans.project;
import static io.confluent.ksql.engine.topology.Plans.sink;
import static io.confluent.ksql.engine.topology.Plans.stream;
import static io.confluent.ksql.engine.topology.Plans.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.physical.FilterStep;
import io.confluent.ksql.planner.physical.JoinKind;
import io.confluent.ksql.planner.physical.JoinStep;
import io.confluent.ksql.planner.physical.PhysicalPlan;
import io.confluent.ksql.planner.physical.ProjectStep;
import io.confluent.ksql.planner.physical.SinkStep;
import io.confluent.ksql.planner.physical.Step;
import io.confluent.ksql.row.Row;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StreamTableJoinTopologyTest {
  private static PhysicalPlan join(Step right, JoinKind type) {
    JoinStep join =
        new JoinStep(id("Join"), stream(JSON), right, type, Optional.empty(), KAFKA, JSON);
    return sink(
        project(
            join,
            as("V", V),
            as("RV", ColumnRef.value(2, "RV", SqlTypes.INTEGER)),
            as("RT", ColumnRef.value(3, "RT", SqlTypes.STRING))),
        JSON);
  }

  @Test
  void looksRowsUpAndDropsEventsWithoutOne() {
    try (RunningPlan plan =
        new RunningPlan(join(table("KafkaTopic_Right-Reduce", "right"), JoinKind.INNER))) {
      plan.send("a", "{\"V\":1}", 5)
          .send("right", "a", "{\"V\":10,\"T\":\"r\"}", 6)
          .send("a", "{\"V\":2}", 7)
          .send("right", "a", null, 8)
          .send("a", "{\"V\":3}", 9)
          .send("a", null, 10)
          .send(null, "{\"V\":4}", 11);

      assertThat(plan.output()).containsExactly("a={\"V\":2,\"RV\":10,\"RT\":\"r\"}@7");
      assertThat(plan.errors()).hasSize(2).allMatch(error -> error.step().equals("Join"));
      assertThat(plan.driver().getAllStateStores().keySet())
          .containsExactly("KafkaTopic_Right-Reduce");
      assertThat(plan.driver().producedTopicNames())
          .contains("app-KafkaTopic_Right-Reduce-changelog");
    }
  }

  @Test
  void keepsEventsWithoutARowWithNulls() {
    try (RunningPlan plan =
        new RunningPlan(join(table("KafkaTopic_Right-Reduce", "right"), JoinKind.LEFT))) {
      plan.send("a", "{\"V\":1}", 5)
          .send("right", "a", "{\"V\":10,\"T\":\"r\"}", 6)
          .send("a", "{\"V\":2}", 7);

      assertThat(plan.output())
          .containsExactly(
              "a={\"V\":1,\"RV\":null,\"RT\":null}@5", "a={\"V\":2,\"RV\":10,\"RT\":\"r\"}@7");
    }
  }

  @Test
  void looksUpRowsThatWereFilteredAndProjected() {
    Step right =
        project(
            new FilterStep(
                id("RightFilter"),
                table("KafkaTopic_Right-Reduce", "right"),
                greater(V, number(5))),
            as("RV", V),
            as("RT", T));
    right =
        new ProjectStep(
            id("PrependAliasRight"), right, List.of("K"), List.of(as("RV", V), as("RT", T)));
    try (RunningPlan plan = new RunningPlan(joinProjected(right))) {
      plan.send("right", "a", "{\"V\":10,\"T\":\"r\"}", 5)
          .send("a", "{\"V\":1}", 6)
          .send("right", "a", "{\"V\":5,\"T\":\"r\"}", 7)
          .send("a", "{\"V\":2}", 8);

      assertThat(plan.output())
          .containsExactly(
              "a={\"V\":1,\"RV\":10,\"RT\":\"r\"}@6", "a={\"V\":2,\"RV\":null,\"RT\":null}@8");
    }
  }

  private static PhysicalPlan joinProjected(Step right) {
    return new PhysicalPlan(
        new SinkStep(
            id("Sink"),
            new ProjectStep(
                id("Out"),
                new JoinStep(
                    id("Join"), stream(JSON), right, JoinKind.LEFT, Optional.empty(), KAFKA, JSON),
                List.of("K"),
                List.of(
                    as("V", V),
                    as("RV", ColumnRef.value(2, "RV", SqlTypes.INTEGER)),
                    as("RT", ColumnRef.value(3, "RT", SqlTypes.STRING)))),
            "output",
            KAFKA,
            JSON,
            Optional.empty()));
  }

  @Test
  void keepsATableThatIsOnlyLookedUp() {
    try (RunningPlan plan =
        new RunningPlan(
            new PhysicalPlan(filter(table("KsqlTopic-Reduce", "input"), greater(V, number(1)))))) {
      plan.send("a", "{\"V\":1}", 5).send("b", "{\"V\":2}", 5).send("b", null, 6);

      var store = plan.driver().getTimestampedKeyValueStore("KsqlTopic-Reduce");
      assertThat(store.get(Row.of("a"))).isNotNull();
      assertThat(store.get(Row.of("b"))).isNull();
    }
  }
}
