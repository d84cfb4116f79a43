package io.confluent.ksql.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.confluent.ksql.engine.ResultRow;
import io.confluent.ksql.engine.TransientQuery;
import io.confluent.ksql.engine.log.KafkaProcessingLog;
import io.confluent.ksql.engine.log.ProcessingError;
import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.planner.catalog.PersistentQuery;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.NamedExpr;
import io.confluent.ksql.planner.physical.PhysicalPlan;
import io.confluent.ksql.planner.physical.RekeyStep;
import io.confluent.ksql.planner.physical.RepartitionStep;
import io.confluent.ksql.planner.physical.ScanStep;
import io.confluent.ksql.planner.physical.Step;
import io.confluent.ksql.planner.physical.StepId;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The life of queries on a broker. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class QueriesOnKafkaTest extends BrokerFixture {
  @Test
  void runsAQueryAndRemovesAllOfItWhenDropped() throws Exception {
    Step keyed =
        new RepartitionStep(
            new StepId("Move"),
            new RekeyStep(
                new StepId("Rekey"),
                positive(scan(input)),
                List.of(new NamedExpr("K2", ColumnRef.key(0, "K", SqlTypes.STRING))),
                List.of(new NamedExpr("V", ColumnRef.value(0, "V", SqlTypes.INTEGER))),
                RekeyStep.OnNullKey.KEEP),
            KAFKA,
            JSON);
    runner.start(query("CSAS_OUT_1", keyed, PersistentQuery.State.RUNNING));
    write("a", "{\"V\":1}");
    write("b", "{\"V\":0}");
    write("c", "oops");

    assertThat(written(1)).containsExactly("a{\"V\":1}");
    await()
        .atMost(LONG)
        .untilAsserted(
            () -> {
              var status = runner.status("CSAS_OUT_1").orElseThrow();
              assertThat(status.state()).isEqualTo("RUNNING");
              assertThat(status.rowsIn()).isEqualTo(3);
              assertThat(status.rowsOut()).isEqualTo(1);
              assertThat(status.rowErrors()).isEqualTo(1);
            });
    assertThat(log.errors()).extracting(ProcessingError::queryId).containsExactly("CSAS_OUT_1");
    String applicationId = "_confluent-ksql-test_query_CSAS_OUT_1";
    assertThat(admin.listTopics().names().get()).contains(applicationId + "-Move-repartition");

    runner.drop("CSAS_OUT_1");

    assertThat(runner.status("CSAS_OUT_1")).isEmpty();
    await()
        .atMost(LONG)
        .untilAsserted(
            () -> {
              assertThat(admin.listTopics().names().get())
                  .noneMatch(topic -> topic.startsWith(applicationId));
              assertThat(admin.listGroups().all().get())
                  .noneMatch(group -> group.groupId().equals(applicationId));
            });
  }

  @Test
  void keepsATableAcrossRestarts() throws Exception {
    ScanStep table =
        new ScanStep(
            new StepId("KsqlTopic-Reduce"),
            Source.Kind.TABLE,
            "T",
            input,
            KAFKA,
            JSON,
            COLUMNS,
            List.of(),
            COLUMNS,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    PersistentQuery query =
        new PersistentQuery(
            "CST_T_4",
            PersistentQuery.Kind.SOURCE_TABLE,
            "CREATE SOURCE TABLE ...",
            Set.of("T"),
            Optional.empty(),
            new PhysicalPlan(table),
            Map.of(),
            PersistentQuery.State.RUNNING);
    write("a", "{\"V\":1}");
    runner.start(query);
    await()
        .atMost(LONG)
        .untilAsserted(
            () -> assertThat(runner.status("CST_T_4").orElseThrow().rowsIn()).isEqualTo(1));

    runner.replace(query);
    write("b", "{\"V\":2}");

    await()
        .atMost(LONG)
        .untilAsserted(
            () -> assertThat(runner.status("CST_T_4").orElseThrow().rowsIn()).isEqualTo(1));
    assertThat(runner.status("CST_T_4").orElseThrow().errors()).isEmpty();
    assertThat(admin.listTopics().names().get())
        .contains("_confluent-ksql-test_query_CST_T_4-KsqlTopic-Reduce-changelog");
  }

  @Test
  void readsFromTheEndAsItWasWhenTheQueryWasMade() {
    runner.close();
    runner = newRunner(settings("latest"));
    write("a", "{\"V\":1}");

    runner.start(query("CSAS_OUT_9", scan(input), PersistentQuery.State.RUNNING));
    write("b", "{\"V\":2}");

    assertThat(written(1)).containsExactly("b{\"V\":2}");
  }

  @Test
  void pausesAndResumes() throws InterruptedException {
    runner.start(query("CSAS_OUT_2", scan(input), PersistentQuery.State.PAUSED));
    write("a", "{\"V\":1}");
    assertThat(state("CSAS_OUT_2")).isEqualTo("PAUSED");
    Thread.sleep(1000);
    assertThat(runner.status("CSAS_OUT_2").orElseThrow().rowsIn()).isZero();

    runner.resume("CSAS_OUT_2");

    assertThat(written(1)).containsExactly("a{\"V\":1}");
    assertThat(state("CSAS_OUT_2")).isEqualTo("RUNNING");
  }

  @Test
  void triesAgainUntilItsTopicIsThere() throws Exception {
    String late = "late-" + UUID.randomUUID();
    runner.start(query("CSAS_OUT_3", scan(late), PersistentQuery.State.RUNNING));
    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(runner.status("CSAS_OUT_3").orElseThrow().errors())
                    .isNotEmpty()
                    .allMatch(failure -> failure.type().equals("USER")));

    admin.createTopics(List.of(new NewTopic(late, 1, (short) 1))).all().get();
    producer.send(new ProducerRecord<>(late, "a", "{\"V\":1}"));
    producer.flush();

    assertThat(written(1)).containsExactly("a{\"V\":1}");
    await().atMost(LONG).until(() -> state("CSAS_OUT_3").equals("RUNNING"));
  }

  @Test
  void stopsAtALimitAndLeavesNothing() throws Exception {
    for (int i = 1; i <= 5; i++) {
      write("a", "{\"V\":" + i + "}");
    }
    TransientQuery query =
        runner.run(
            push(positive(scan(input)), OptionalLong.of(3), Plan.Push.End.NEVER),
            "SELECT ...",
            Map.of());

    assertThat(rows(query)).containsExactly("[1, a]", "[2, a]", "[3, a]");
    assertThat(query.end()).contains(TransientQuery.End.LIMIT_REACHED);
    await()
        .atMost(LONG)
        .untilAsserted(
            () -> {
              assertThat(runner.transients()).isEmpty();
              assertThat(admin.listGroups().all().get())
                  .noneMatch(group -> group.groupId().contains("transient_S"));
            });
  }

  /** Between its last row and its end a query is neither open nor stopped. */
  @Test
  void leavesNothingWhenClosedAsItsQueriesEnd() throws Exception {
    write("a", "{\"V\":1}");
    for (int i = 0; i < 5; i++) {
      TransientQuery query =
          runner.run(
              push(scan(input), OptionalLong.empty(), Plan.Push.End.AT_END_OF_TOPICS),
              "SELECT ...",
              Map.of());
      assertThat(rows(query)).hasSize(1);

      runner.close();

      assertThat(admin.listGroups().all().get())
          .noneMatch(group -> group.groupId().contains("transient_S"));
      runner = newRunner(settings("earliest"));
    }
  }

  private static List<String> rows(TransientQuery query) {
    List<String> rows = new ArrayList<>();
    while (query.end().isEmpty()) {
      Optional<ResultRow> row = query.next(LONG);
      row.ifPresent(found -> rows.add(found.values().toString()));
      if (row.isEmpty() && query.end().isEmpty()) {
        throw new AssertionError("No row came");
      }
    }
    return rows;
  }

  @Test
  void stopsAtTheEndOfItsTopics() {
    for (int i = 1; i <= 5; i++) {
      write("k" + i, "{\"V\":" + i + "}");
    }
    Plan.Push all = push(scan(input), OptionalLong.empty(), Plan.Push.End.AT_END_OF_TOPICS);

    TransientQuery query = runner.run(all, "SELECT ...", Map.of());

    assertThat(rows(query))
        .containsExactlyInAnyOrder("[1, k1]", "[2, k2]", "[3, k3]", "[4, k4]", "[5, k5]");
    assertThat(query.end()).contains(TransientQuery.End.COMPLETED);
  }

  @Test
  void endsAtOnceWhereThereIsNothingToRead() {
    Plan.Push all = push(scan(input), OptionalLong.empty(), Plan.Push.End.AT_END_OF_TOPICS);

    assertThat(rows(runner.run(all, "SELECT ...", Map.of()))).isEmpty();
  }

  @Test
  void tellsTheClientWhyItsQueryFailed() {
    write("a", "oops");
    TransientQuery query =
        runner.run(
            push(scan(input), OptionalLong.empty(), Plan.Push.End.NEVER),
            "SELECT ...",
            Map.of("ksql.fail.on.deserialization.error", "true"));

    assertThatThrownBy(() -> query.next(LONG)).hasMessageContaining("not JSON");
    await().atMost(LONG).until(() -> runner.transients().isEmpty());
  }

  @Test
  void endsWhenItsClientGoes() {
    TransientQuery query =
        runner.run(
            push(scan(input), OptionalLong.empty(), Plan.Push.End.NEVER), "SELECT ...", Map.of());
    assertThat(runner.transients()).containsExactly(query);

    query.close();

    assertThat(query.end()).contains(TransientQuery.End.CLOSED);
    await().atMost(LONG).until(() -> runner.transients().isEmpty());
  }

  @Test
  void writesTheProcessingLogToItsTopic() {
    KafkaProducer<byte[], byte[]> bytes =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    try (KafkaProcessingLog kafkaLog = new KafkaProcessingLog(output, bytes, Clock.systemUTC())) {
      kafkaLog.write(
          new ProcessingError(
              ProcessingError.Type.RECORD_PROCESSING,
              "Q",
              "Project",
              "It failed.",
              List.of(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty()));
    }
    assertThat(written(1)).allMatch(entry -> entry.contains("It failed."));
  }
}
