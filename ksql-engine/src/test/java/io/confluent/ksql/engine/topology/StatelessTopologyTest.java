package io.confluent.ksql.engine.topology;

import static io.confluent.ksql.engine.topology.Plans.DELIMITED;
import static io.confluent.ksql.engine.topology.Plans.JSON;
import static io.confluent.ksql.engine.topology.Plans.K;
import static io.confluent.ksql.engine.topology.Plans.T;
import static io.confluent.ksql.engine.topology.Plans.V;
import static io.confluent.ksql.engine.topology.Plans.as;
import static io.confluent.ksql.engine.topology.Plans.failing;
import static io.confluent.ksql.engine.topology.Plans.filter;
import static io.confluent.ksql.engine.topology.Plans.greater;
import static io.confluent.ksql.engine.topology.Plans.number;
import static io.confluent.ksql.engine.topology.Plans.project;
import static io.confluent.ksql.engine.topology.Plans.rekey;
import static io.confluent.ksql.engine.topology.Plans.sink;
import static io.confluent.ksql.engine.topology.Plans.stream;
import static io.confluent.ksql.engine.topology.Plans.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.engine.log.ProcessingError;
import io.confluent.ksql.engine.log.RecordPlace;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.catalog.TimestampColumn;
import io.confluent.ksql.planner.expr.Call;
import io.confluent.ksql.planner.expr.Cast;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.Constant;
import io.confluent.ksql.planner.expr.Operator;
import io.confluent.ksql.planner.physical.PhysicalPlan;
import io.confluent.ksql.planner.physical.RekeyStep;
import io.confluent.ksql.planner.physical.ScanExtra;
import io.confluent.ksql.planner.physical.Step;
import io.confluent.ksql.row.RowView;
import io.confluent.ksql.schema.WindowInfo;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.serde.WindowedKeyCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.TopologyDescription;
import org.junit.jupiter.api.Test;

class StatelessTopologyTest {
  @Test
  void filtersAndProjectsInOneProcessor() {
    Step project =
        project(
            filter(stream(DELIMITED), greater(V, number(1))),
            as("TWICE", Call.of(Operator.ADD, SqlTypes.INTEGER, V, V)),
            as("K2", K),
            as("AT", ColumnRef.pseudo(ColumnRef.Side.TIME, "ROWTIME")));
    try (RunningPlan plan = new RunningPlan(sink(project, DELIMITED))) {
      plan.send("a", "1,x", 5).send("b", "2,x", 6).send("c", ",x", 7).send("d", null, 8);

      assertThat(plan.output()).containsExactly("b=4,b,6@6");
      assertThat(plan.errors()).isEmpty();
      assertThat(nodes(plan)).containsExactly("KsqlTopic-source", "Sink", "Sink-topic");
      assertThat(plan.counters().rowsIn()).isEqualTo(4);
      assertThat(plan.counters().rowsOut()).isEqualTo(1);
    }
  }

  private static List<String> nodes(RunningPlan plan) {
    List<String> names = new ArrayList<>();
    for (TopologyDescription.Subtopology part : plan.topology().describe().subtopologies()) {
      part.nodes().forEach(node -> names.add(node.name()));
    }
    return names;
  }

  @Test
  void passesNullValuesThroughProjections() {
    try (RunningPlan plan =
        new RunningPlan(sink(project(stream(JSON), as("V", V), as("T", T)), JSON))) {
      plan.send("a", null, 5).send(null, "{\"V\":1}", 6);

      assertThat(plan.output()).containsExactly("a=null@5", "null={\"V\":1,\"T\":null}@6");
    }
  }

  @Test
  void leavesOutWhatCannotBeDecodedAndSaysWhere() {
    try (RunningPlan plan = new RunningPlan(sink(stream(JSON), JSON))) {
      plan.send("a", "{\"V\":1}", 5).send("b", "{\"V\":", 6).send("c", "{\"V\":3}", 7);

      assertThat(plan.output())
          .containsExactly("a={\"V\":1,\"T\":null}@5", "c={\"V\":3,\"T\":null}@7");
      assertThat(plan.errors()).hasSize(1);
      ProcessingError error = plan.errors().get(0);
      assertThat(error.type()).isEqualTo(ProcessingError.Type.DESERIALIZATION);
      assertThat(error.step()).isEqualTo("KsqlTopic");
      assertThat(error.place()).contains(new RecordPlace("input", 0, 1));
      assertThat(plan.counters().errors()).isEqualTo(1);
    }
  }

  @Test
  void failsWithARecordWhereTheQuerySaysSo() {
    try (RunningPlan plan =
        new RunningPlan(sink(stream(JSON), JSON), TopologyContext.OnError.FAIL)) {
      plan.send("a", "{\"V\":1}", 5);

      assertThatThrownBy(() -> plan.send("b", "{\"V\":", 6))
          .hasRootCauseInstanceOf(RecordFailedException.class);
      assertThat(plan.output()).hasSize(1);
    }
  }

  @Test
  void countsRecordsThatAFunctionWarnsOfAndLogsFewOfThem() {
    Step project =
        project(
            filter(stream(JSON), greater(failing(T), new Constant(0.0, SqlTypes.DOUBLE))),
            as("SCORE", failing(T)),
            as("MORE", failing(T)));
    try (RunningPlan plan = new RunningPlan(sink(project, JSON), TopologyContext.OnError.FAIL)) {
      plan.send("a", "{\"T\":\"abc\"}", 1);
      assertThat(plan.counters().warnings()).isZero();
      for (int i = 0; i < 12; i++) {
        plan.send("a", "{\"T\":\"w" + i + "\"}", 2 + i);
      }

      assertThat(plan.output()).hasSize(13);
      assertThat(plan.counters().warnings()).isEqualTo(12);
      assertThat(plan.counters().errors()).isZero();
      assertThat(plan.errors())
          .extracting(ProcessingError::message)
          .containsExactly(
              "Mind w0. Such records so far: 1; said again at 10.",
              "Mind w9. Such records so far: 10; said again at 100.");
      assertThat(plan.errors())
          .allMatch(warning -> warning.type() == ProcessingError.Type.RECORD_WARNING);
      assertThat(plan.errors().get(1).place()).contains(new RecordPlace("input", 0, 10));
    }
  }

  @Test
  void remarksOnceOnKeysThatAreEnvelopes() {
    String envelope = "{\"schema\":{\"type\":\"string\"},\"payload\":\"k\"}";
    try (RunningPlan plan = new RunningPlan(sink(stream(JSON), JSON))) {
      plan.send("a", "{\"V\":1}", 1).send(null, "{\"V\":1}", 2);
      assertThat(plan.errors()).isEmpty();
      plan.send(envelope, "{\"V\":2}", 3).send(envelope, "{\"V\":3}", 4);

      assertThat(plan.output()).hasSize(4);
      assertThat(plan.errors()).hasSize(1);
      assertThat(plan.errors().get(0).message()).contains("KEY_FORMAT='JSON_ENVELOPE'");
      assertThat(plan.errors().get(0).type()).isEqualTo(ProcessingError.Type.RECORD_WARNING);
      assertThat(plan.counters().errors()).isZero();
    }
  }

  @Test
  void makesAFailingCallNullAndLogsItOnce() {
    Step project =
        project(
            stream(JSON),
            as("SCORE", new Cast(failing(T), SqlTypes.STRING)),
            as("MORE", Call.of(Operator.ADD, SqlTypes.DOUBLE, failing(T), failing(T))),
            as("V", V));
    try (RunningPlan plan = new RunningPlan(sink(project, JSON))) {
      plan.send("a", "{\"V\":1,\"T\":\"abc\"}", 5).send("b", "{\"V\":2,\"T\":\"xyz\"}", 6);

      assertThat(plan.output())
          .containsExactly(
              "a={\"SCORE\":\"3.0\",\"MORE\":6.0,\"V\":1}@5",
              "b={\"SCORE\":null,\"MORE\":null,\"V\":2}@6");
      assertThat(plan.errors()).hasSize(2);
      assertThat(plan.errors().get(0).message()).contains("SCORE").contains("No score for xyz");
      assertThat(plan.errors().get(0).place()).contains(new RecordPlace("input", 0, 1));
      assertThat(plan.errors().get(1).column()).contains("MORE");
    }
  }

  @Test
  void logsOneErrorForAColumnEvenIfMoreFollowsFromIt() {
    Step project =
        project(
            stream(JSON),
            as(
                "A",
                Call.of(
                    Operator.ADD,
                    SqlTypes.INTEGER,
                    new Cast(failing(T), SqlTypes.INTEGER),
                    number(1))));
    try (RunningPlan plan = new RunningPlan(sink(project, JSON))) {
      plan.send("b", "{\"V\":2,\"T\":\"xyz\"}", 6);

      assertThat(plan.output()).containsExactly("b={\"A\":null}@6");
      assertThat(plan.errors()).hasSize(1);
    }
  }

  @Test
  void dropsRowsWhoseConditionFails() {
    try (RunningPlan plan =
        new RunningPlan(
            sink(filter(stream(JSON), greater(failing(T), new Cast(V, SqlTypes.DOUBLE))), JSON))) {
      plan.send("a", "{\"V\":1,\"T\":\"abc\"}", 5).send("b", "{\"V\":2,\"T\":\"xyz\"}", 6);

      assertThat(plan.output()).containsExactly("a={\"V\":1,\"T\":\"abc\"}@5");
      assertThat(plan.errors()).hasSize(1);
      assertThat(plan.errors().get(0).step()).isEqualTo("WhereFilter");
    }
  }

  @Test
  void partitionsByAnExpression() {
    try (RunningPlan plan =
        new RunningPlan(sink(rekey(stream(JSON), RekeyStep.OnNullKey.KEEP, as("T", T)), JSON))) {
      plan.send("a", "{\"V\":1,\"T\":\"x\"}", 5).send("b", "{\"V\":2}", 6).send("c", null, 7);

      assertThat(plan.output())
          .containsExactly(
              "x={\"V\":1,\"T\":\"x\"}@5", "null={\"V\":2,\"T\":null}@6", "null=null@7");
      assertThat(nodes(plan)).containsExactly("KsqlTopic-source", "Sink", "Sink-topic");
    }
  }

  @Test
  void makesRowsOfATableThatDoNotPassTombstones() {
    PhysicalPlan filtered = sink(filter(table("KsqlTopic", "input"), greater(V, number(1))), JSON);
    try (RunningPlan plan = new RunningPlan(filtered)) {
      plan.send("a", "{\"V\":2}", 5)
          .send("a", "{\"V\":1}", 6)
          .send("b", "{\"V\":0}", 7)
          .send("a", null, 8)
          .send(null, "{\"V\":9}", 9);

      assertThat(plan.output())
          .containsExactly("a={\"V\":2,\"T\":null}@5", "a=null@6", "b=null@7", "a=null@8");
      assertThat(plan.errors()).hasSize(1);
    }
  }

  @Test
  void appendsHeadersPartitionAndOffset() {
    List<ScanExtra> extras =
        List.of(
            new ScanExtra(ScanExtra.Kind.HEADERS, "H", ""),
            new ScanExtra(ScanExtra.Kind.HEADER, "ONE", "one"),
            new ScanExtra(ScanExtra.Kind.PARTITION, "ROWPARTITION", ""),
            new ScanExtra(ScanExtra.Kind.OFFSET, "ROWOFFSET", ""));
    Step scan =
        Plans.scan(Source.Kind.STREAM, "KsqlTopic", "input", JSON, extras, Optional.empty());
    try (RunningPlan plan = new RunningPlan(sink(scan, JSON))) {
      RecordHeaders headers = new RecordHeaders();
      headers.add("one", "1".getBytes(StandardCharsets.UTF_8));
      headers.add("one", "2".getBytes(StandardCharsets.UTF_8));
      plan.send("input", RunningPlan.bytes("a"), RunningPlan.bytes("{\"V\":1}"), 5, headers);

      var written = plan.records();
      assertThat(written).hasSize(1);
      assertThat(new String(written.get(0).value(), StandardCharsets.UTF_8))
          .isEqualTo(
              "{\"V\":1,\"T\":null,\"H\":[{\"KEY\":\"one\",\"VALUE\":\"MQ==\"},"
                  + "{\"KEY\":\"one\",\"VALUE\":\"Mg==\"}],\"ONE\":\"Mg==\","
                  + "\"ROWPARTITION\":0,\"ROWOFFSET\":0}");
      assertThat(written.get(0).headers().toArray()).hasSize(2);
    }
  }

  @Test
  void takesTimesFromColumns() {
    Step scan =
        Plans.scan(
            Source.Kind.STREAM,
            "KsqlTopic",
            "input",
            JSON,
            List.of(),
            Optional.of(new TimestampColumn("T", Optional.of("yyyy-MM-dd'T'HH:mm:ssX"))));
    try (RunningPlan plan =
        new RunningPlan(
            sink(scan, JSON, Optional.of(new TimestampColumn("V", Optional.empty()))))) {
      plan.send("a", "{\"V\":7,\"T\":\"1970-01-01T01:00:01+01\"}", 5)
          .send("b", "{\"V\":8,\"T\":\"yesterday\"}", 6)
          .send("c", "{\"V\":-1,\"T\":\"1970-01-01T01:00:01Z\"}", 6);

      assertThat(plan.output()).hasSize(1).allMatch(line -> line.endsWith("@7"));
      assertThat(plan.errors())
          .extracting(ProcessingError::step)
          .containsExactly("KsqlTopic", "Sink");
    }
  }

  @Test
  void readsAndWritesWindowedKeys() {
    WindowInfo window =
        new WindowInfo(WindowInfo.Type.TUMBLING, Optional.of(Duration.ofMillis(10)));
    Step scan =
        Plans.windowedScan(
            Source.Kind.STREAM,
            "KsqlTopic",
            "input",
            JSON,
            List.of(),
            Optional.of(window),
            Optional.empty());
    Step project =
        project(
            scan,
            as("S", ColumnRef.pseudo(ColumnRef.Side.WINDOW_START, "WINDOWSTART")),
            as("E", ColumnRef.pseudo(ColumnRef.Side.WINDOW_END, "WINDOWEND")));
    byte[] key = WindowedKeyCodec.of(window).encode(RunningPlan.bytes("a"), 20, 30);
    try (RunningPlan plan = new RunningPlan(sink(project, JSON))) {
      plan.send("input", key, RunningPlan.bytes("{}"), 25, new RecordHeaders());
      plan.send("short", "{}", 26);

      var written = plan.records();
      assertThat(written).hasSize(1);
      assertThat(written.get(0).key()).isEqualTo(key);
      assertThat(written.get(0).value()).isEqualTo(RunningPlan.bytes("{\"S\":20,\"E\":30}"));
      assertThat(plan.errors()).hasSize(1);
    }
  }

  @Test
  void handsRowsToAConsumer() {
    List<String> seen = new ArrayList<>();
    RowConsumer consumer =
        new RowConsumer() {
          @Override
          public void accept(RowView row) {
            seen.add(row.key(0) + "=" + row.value(0) + "@" + row.timestamp());
          }

          @Override
          public void delete(RowView row) {
            seen.add(row.key(0) + "=" + row.value(0));
          }
        };
    try (RunningPlan plan = new RunningPlan(new PhysicalPlan(stream(JSON)), consumer)) {
      plan.send("a", "{\"V\":1}", 5).send("b", null, 6);
    }
    try (RunningPlan plan =
        new RunningPlan(new PhysicalPlan(table("KsqlTopic", "input")), consumer)) {
      plan.send("c", "{\"V\":1}", 5).send("d", null, 6);
    }

    assertThat(seen).containsExactly("a=1@5", "c=1@5", "d=null");
  }
}
