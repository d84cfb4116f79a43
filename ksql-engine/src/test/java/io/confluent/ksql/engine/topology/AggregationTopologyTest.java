package io.confluent.ksql.engine.topology;

import static io.confluent.ksql.engine.topology.Plans.JSON;
import static io.confluent.ksql.engine.topology.Plans.T;
import static io.confluent.ksql.engine.topology.Plans.V;
import static io.confluent.ksql.engine.topology.Plans.as;
import static io.confluent.ksql.engine.topology.Plans.failing;
import static io.confluent.ksql.engine.topology.Plans.filter;
import static io.confluent.ksql.engine.topology.Plans.greater;
import static io.confluent.ksql.engine.topology.Plans.project;
import static io.confluent.ksql.engine.topology.Plans.rekey;
import static io.confluent.ksql.engine.topology.Plans.repartition;
import static io.confluent.ksql.engine.topology.Plans.sink;
import static io.confluent.ksql.engine.topology.Plans.stream;
import static io.confluent.ksql.engine.topology.Plans.total;
import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.planner.expr.Cast;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.Constant;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.physical.AggregateStep.Emission;
import io.confluent.ksql.planner.physical.PhysicalPlan;
import io.confluent.ksql.planner.physical.RekeyStep;
import io.confluent.ksql.planner.physical.Step;
import io.confluent.ksql.planner.physical.WindowSpec;
import io.confluent.ksql.schema.WindowInfo;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.serde.WindowedKeyCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

class AggregationTopologyTest {
  private static final Expr TOTAL = ColumnRef.value(0, "TOTAL", SqlTypes.BIGINT);

  private static WindowSpec windows(WindowInfo.Type type, long size, long advance, long grace) {
    return new WindowSpec(
        type,
        Duration.ofMillis(size),
        Duration.ofMillis(advance),
        Duration.ofMillis(grace),
        Duration.ofDays(1));
  }

  private static PhysicalPlan windowed(WindowSpec windows, Emission emission) {
    Step totals = total(stream(JSON), Optional.of(windows), emission);
    return sink(project(totals, as("TOTAL", TOTAL)), JSON);
  }

  /** Key, start of window, value: {@code a[0,10]={...}}. */
  private static List<String> windowedOutput(RunningPlan plan, WindowInfo info) {
    WindowedKeyCodec codec = WindowedKeyCodec.of(info);
    List<String> all = new ArrayList<>();
    for (TestRecord<byte[], byte[]> written : plan.records()) {
      byte[] key = written.key();
      all.add(
          new String(codec.key(key), StandardCharsets.UTF_8)
              + "["
              + codec.start(key)
              + ","
              + codec.end(key)
              + "]="
              + (written.value() == null
                  ? null
                  : new String(written.value(), StandardCharsets.UTF_8)));
    }
    return all;
  }

  @Test
  void aggregatesByTheKeyWithoutRepartition() {
    Step totals = total(stream(JSON), Optional.empty(), Emission.CHANGES);
    try (RunningPlan plan = new RunningPlan(sink(project(totals, as("S", TOTAL)), JSON))) {
      plan.send("a", "{\"V\":1}", 5)
          .send("b", "{\"V\":7}", 6)
          .send("a", "{\"V\":2}", 4)
          .send("a", null, 7)
          .send(null, "{\"V\":2}", 8);

      assertThat(plan.output()).containsExactly("a={\"S\":1}@5", "b={\"S\":7}@6", "a={\"S\":3}@5");
      assertThat(plan.errors()).hasSize(2);
      assertThat(plan.topology().describe().toString()).doesNotContain("repartition");
      assertThat(plan.driver().getAllStateStores().keySet())
          .containsExactly("Aggregate-Aggregate-Materialize");
    }
  }

  @Test
  void movesRowsToTheirGroupsFirst() {
    Step grouped = repartition(rekey(stream(JSON), RekeyStep.OnNullKey.DROP, as("T", T)));
    Step totals = total(grouped, Optional.empty(), Emission.CHANGES);
    try (RunningPlan plan = new RunningPlan(sink(project(totals, as("S", TOTAL)), JSON))) {
      plan.send("a", "{\"V\":1,\"T\":\"x\"}", 5)
          .send("b", "{\"V\":2,\"T\":\"x\"}", 6)
          .send("c", "{\"V\":3}", 7);

      assertThat(plan.output()).containsExactly("x={\"S\":1}@5", "x={\"S\":3}@6");
      assertThat(plan.errors()).hasSize(1);
      assertThat(plan.errors().get(0).message()).contains("T is NULL");
      assertThat(plan.driver().producedTopicNames())
          .contains(
              "app-Aggregate-GroupBy-repartition", "app-Aggregate-Aggregate-Materialize-changelog");
    }
  }

  @Test
  void keepsTheStateOfACallThatFails() {
    Step totals = total(stream(JSON), Optional.empty(), Emission.CHANGES);
    try (RunningPlan plan = new RunningPlan(sink(project(totals, as("S", TOTAL)), JSON))) {
      plan.send("a", "{\"V\":1}", 5).send("a", "{\"V\":666}", 6).send("a", "{\"V\":2}", 7);

      assertThat(plan.output()).containsExactly("a={\"S\":1}@5", "a={\"S\":1}@6", "a={\"S\":3}@7");
      assertThat(plan.errors()).hasSize(1);
      assertThat(plan.errors().get(0).place().orElseThrow().offset()).isEqualTo(1);
    }
  }

  @Test
  void deletesRowsThatNoLongerPassHaving() {
    Step totals = total(stream(JSON), Optional.empty(), Emission.CHANGES);
    Step having = filter(totals, greater(TOTAL, new Constant(5L, SqlTypes.BIGINT)));
    try (RunningPlan plan = new RunningPlan(sink(project(having, as("S", TOTAL)), JSON))) {
      plan.send("a", "{\"V\":1}", 5)
          .send("a", "{\"V\":6}", 6)
          .send("a", "{\"V\":-6}", 7)
          .send("a", "{\"V\":1}", 8);

      assertThat(plan.output()).containsExactly("a={\"S\":7}@6", "a=null@7");
      assertThat(plan.errors()).isEmpty();
    }
  }

  @Test
  void aggregatesInTumblingWindowsAndLogsLateRows() {
    WindowSpec windows = windows(WindowInfo.Type.TUMBLING, 10, 10, 5);
    try (RunningPlan plan = new RunningPlan(windowed(windows, Emission.CHANGES))) {
      plan.send("a", "{\"V\":1}", 5)
          .send("a", "{\"V\":2}", 9)
          .send("a", "{\"V\":4}", 14)
          .send("a", "{\"V\":8}", 6)
          .send("a", "{\"V\":16}", 15)
          .send("a", "{\"V\":32}", 9);

      assertThat(windowedOutput(plan, windows.info()))
          .containsExactly(
              "a[0,10]={\"TOTAL\":1}",
              "a[0,10]={\"TOTAL\":3}",
              "a[10,20]={\"TOTAL\":4}",
              "a[0,10]={\"TOTAL\":11}",
              "a[10,20]={\"TOTAL\":20}");
      assertThat(plan.errors()).hasSize(1);
      assertThat(plan.errors().get(0).message()).contains("late");
      assertThat(plan.errors().get(0).place().orElseThrow().offset()).isEqualTo(5);
    }
  }

  @Test
  void aggregatesInHoppingWindows() {
    WindowSpec windows = windows(WindowInfo.Type.HOPPING, 10, 5, 0);
    try (RunningPlan plan = new RunningPlan(windowed(windows, Emission.CHANGES))) {
      plan.send("a", "{\"V\":1}", 2)
          .send("a", "{\"V\":2}", 7)
          .send("a", "{\"V\":4}", 12)
          .send("a", "{\"V\":8}", 9);

      assertThat(windowedOutput(plan, windows.info()))
          .containsExactly(
              "a[0,10]={\"TOTAL\":1}",
              "a[0,10]={\"TOTAL\":3}",
              "a[5,15]={\"TOTAL\":2}",
              "a[5,15]={\"TOTAL\":6}",
              "a[10,20]={\"TOTAL\":4}",
              "a[5,15]={\"TOTAL\":14}");
      assertThat(plan.errors()).hasSize(1);
      assertThat(plan.errors().get(0).message()).contains("1 of its 2 windows");
    }
  }

  @Test
  void mergesSessions() {
    WindowSpec windows = windows(WindowInfo.Type.SESSION, 10, 10, 0);
    try (RunningPlan plan = new RunningPlan(windowed(windows, Emission.CHANGES))) {
      plan.send("a", "{\"V\":1}", 5).send("a", "{\"V\":2}", 20).send("a", "{\"V\":4}", 13);

      assertThat(windowedOutput(plan, windows.info()))
          .containsExactly(
              "a[5,5]={\"TOTAL\":1}",
              "a[20,20]={\"TOTAL\":2}",
              "a[5,5]=null",
              "a[20,20]=null",
              "a[5,20]={\"TOTAL\":7}");
    }
  }

  @Test
  void emitsFinalResultsOnceAWindowHasClosed() {
    WindowSpec windows = windows(WindowInfo.Type.TUMBLING, 10, 10, 5);
    try (RunningPlan plan = new RunningPlan(windowed(windows, Emission.FINAL))) {
      plan.send("a", "{\"V\":1}", 5).send("a", "{\"V\":2}", 9);
      assertThat(plan.records()).isEmpty();

      plan.send("b", "{\"V\":4}", 15);
      assertThat(windowedOutput(plan, windows.info())).containsExactly("a[0,10]={\"TOTAL\":3}");
    }
  }

  @Test
  void logsArgumentsThatFail() {
    Step prepared =
        project(stream(JSON), as("V", new Cast(failing(T), SqlTypes.INTEGER)), as("T", T));
    Step totals = total(prepared, Optional.empty(), Emission.CHANGES);
    try (RunningPlan plan = new RunningPlan(sink(project(totals, as("S", TOTAL)), JSON))) {
      plan.send("a", "{\"T\":\"abc\"}", 5).send("a", "{\"T\":\"x\"}", 6);

      assertThat(plan.output()).containsExactly("a={\"S\":3}@5", "a={\"S\":3}@6");
      assertThat(plan.errors()).hasSize(1);
    }
  }

  @Test
  void aggregatesOnlyRowsThatPassTheFilter() {
    Step totals =
        total(
            filter(stream(JSON), greater(V, Plans.number(1))), Optional.empty(), Emission.CHANGES);
    try (RunningPlan plan = new RunningPlan(sink(project(totals, as("S", TOTAL)), JSON))) {
      plan.send("a", "{\"V\":1}", 5).send("a", "{\"V\":2}", 6);

      assertThat(plan.output()).containsExactly("a={\"S\":2}@6");
    }
  }
}
