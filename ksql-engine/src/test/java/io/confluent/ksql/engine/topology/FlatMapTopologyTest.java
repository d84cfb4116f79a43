package io.confluent.ksql.engine.topology;

import static io.confluent.ksql.engine.topology.Plans.JSON;
import static io.confluent.ksql.engine.topology.Plans.K;
import static io.confluent.ksql.engine.topology.Plans.T;
import static io.confluent.ksql.engine.topology.Plans.as;
import static io.confluent.ksql.engine.topology.Plans.id;
import static io.confluent.ksql.engine.topology.Plans.project;
import static io.confluent.ksql.engine.topology.Plans.sink;
import static io.confluent.ksql.engine.topology.Plans.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.function.FunctionSignature;
import io.confluent.ksql.planner.function.ParameterType;
import io.confluent.ksql.planner.physical.FlatMapStep;
import io.confluent.ksql.planner.physical.PhysicalPlan;
import io.confluent.ksql.planner.physical.Step;
import io.confluent.ksql.planner.physical.TableFunctionCall;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class FlatMapTopologyTest {
  private static PhysicalPlan letters(Expr... texts) {
    FunctionSignature signature =
        new FunctionSignature(
            "LETTERS", List.of(new ParameterType.Value(SqlTypes.STRING)), -1, SqlTypes.STRING);
    List<TableFunctionCall> calls =
        List.of(texts).stream()
            .map(text -> new TableFunctionCall(signature, List.of(text), "L", SqlTypes.STRING))
            .toList();
    Step flat = new FlatMapStep(id("FlatMap"), stream(JSON), calls);
    return sink(
        project(
            flat,
            as("A", ColumnRef.value(2, "L", SqlTypes.STRING)),
            as("B", ColumnRef.value(1 + texts.length, "L", SqlTypes.STRING))),
        JSON);
  }

  @Test
  void fillsShorterListsUpWithNulls() {
    try (RunningPlan plan = new RunningPlan(letters(T, K))) {
      plan.send("k", "{\"T\":\"ab\"}", 5).send("kl", null, 6).send("kl", "{\"T\":null}", 7);

      assertThat(plan.output())
          .containsExactly(
              "k={\"A\":\"a\",\"B\":\"k\"}@5",
              "k={\"A\":\"b\",\"B\":null}@5",
              "kl={\"A\":null,\"B\":\"k\"}@7",
              "kl={\"A\":null,\"B\":\"l\"}@7");
      assertThat(plan.errors()).isEmpty();
      assertThat(plan.counters().rowsIn()).isEqualTo(3);
      assertThat(plan.counters().rowsOut()).isEqualTo(4);
    }
  }

  @Test
  void keepsHeaders() {
    try (RunningPlan plan = new RunningPlan(letters(T))) {
      RecordHeaders headers = new RecordHeaders();
      headers.add("h", new byte[] {1});
      plan.send("input", RunningPlan.bytes("k"), RunningPlan.bytes("{\"T\":\"ab\"}"), 5, headers);

      assertThat(plan.records())
          .hasSize(2)
          .allSatisfy(record -> assertThat(record.headers()).isEqualTo(headers));
    }
  }

  @Test
  void logsAFunctionThatFailsAndKeepsTheValuesOfTheOthers() {
    try (RunningPlan plan = new RunningPlan(letters(T, K))) {
      plan.send("k", "{\"T\":\"none\"}", 5);

      assertThat(plan.output()).containsExactly("k={\"A\":null,\"B\":\"k\"}@5");
      assertThat(plan.errors()).hasSize(1);
      assertThat(plan.errors().get(0).message()).contains("LETTERS", "no letters here");
    }
  }

  @Test
  void endsTheQueryIfErrorsDo() {
    try (RunningPlan plan = new RunningPlan(letters(T), TopologyContext.OnError.FAIL)) {
      assertThatThrownBy(() -> plan.send("k", "{\"T\":\"none\"}", 5))
          .hasRootCauseInstanceOf(RecordFailedException.class);
    }
  }
}
