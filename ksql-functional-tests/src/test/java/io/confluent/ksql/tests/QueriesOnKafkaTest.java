package io.confluent.ksql.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.confluent.ksql.embedded.EmbeddedBroker;
import io.confluent.ksql.engine.ResultRow;
import io.confluent.ksql.engine.TransientQuery;
import io.confluent.ksql.engine.log.InMemoryProcessingLog;
import io.confluent.ksql.engine.log.KafkaProcessingLog;
import io.confluent.ksql.engine.log.ProcessingError;
import io.confluent.ksql.engine.query.KafkaQueryRunner;
import io.confluent.ksql.engine.query.QueryEnvironment;
import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.planner.catalog.PersistentQuery;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.expr.Call;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.Constant;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.NamedExpr;
import io.confluent.ksql.planner.expr.Operator;
import io.confluent.ksql.planner.function.FunctionRegistry;
import io.confluent.ksql.planner.physical.FilterStep;
import io.confluent.ksql.planner.physical.ForeignKeyJoinStep;
import io.confluent.ksql.planner.physical.JoinKind;
import io.confluent.ksql.planner.physical.JoinStep;
import io.confluent.ksql.planner.physical.JoinWindow;
import io.confluent.ksql.planner.physical.PhysicalPlan;
import io.confluent.ksql.planner.physical.ProjectStep;
import io.confluent.ksql.planner.physical.RekeyStep;
import io.confluent.ksql.planner.physical.RepartitionStep;
import io.confluent.ksql.planner.physical.ScanStep;
import io.confluent.ksql.planner.physical.SinkStep;
import io.confluent.ksql.planner.physical.Step;
import io.confluent.ksql.planner.physical.StepId;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.serde.Formats;
import io.confluent.ksql.setting.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The life of queries on a broker. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class QueriesOnKafkaTest {
  private static final FormatSpec KAFKA = new FormatSpec("KAFKA", Map.of(), false);
  private static final FormatSpec JSON_KEY = new FormatSpec("JSON", Map.of(), false);
  private static final FormatSpec JSON = new FormatSpec("JSON", Map.of(), true);
  private static final Schema COLUMNS =
      new Schema(
          List.of(new Column("K", SqlTypes.STRING)), List.of(new Column("V", SqlTypes.INTEGER)));
  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir static Path directory;

  private static EmbeddedBroker broker;
  private static Admin admin;
  private static KafkaProducer<String, String> producer;

  private final InMemoryProcessingLog log = new InMemoryProcessingLog(100);
  private final String input = "in-" + UUID.randomUUID();
  private final String output = "out-" + UUID.randomUUID();
  private KafkaQueryRunner runner;

  @BeforeAll
  static void startBroker() {
    broker = new EmbeddedBroker(directory.resolve("broker"), 0).start();
    Map<String, Object> config = Map.of("bootstrap.servers", broker.bootstrapServers());
    admin = Admin.create(config);
    producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
  }

  @AfterAll
  static void stopBroker() {
    producer.close();
    admin.close();
    broker.close();
  }

  @BeforeEach
  void createTopics() throws ExecutionException, InterruptedException {
    admin
        .createTopics(
            List.of(new NewTopic(input, 2, (short) 1), new NewTopic(output, 2, (short) 1)))
        .all()
        .get();
    runner = newRunner(settings("earliest"));
  }

  private static Settings settings(String reset) {
    return Settings.of(
        Map.of(
            "bootstrap.servers",
            broker.bootstrapServers(),
            "auto.offset.reset",
            reset,
            "commit.interval.ms",
            "100",
            "state.dir",
            directory.resolve("state").toString(),
            "ksql.query.retry.backoff.initial.ms",
            "200",
            "ksql.query.retry.backoff.max.ms",
            "200"));
  }

  private KafkaQueryRunner newRunner(Settings settings) {
    QueryEnvironment environment =
        new QueryEnvironment(
            "test_",
            FunctionRegistry.builder().build(),
            Formats.installed(),
            Optional.empty(),
            log);
    return new KafkaQueryRunner(environment, settings, admin);
  }

  @AfterEach
  void closeRunner() {
    runner.close();
  }

  private Step scan(String topic) {
    return new ScanStep(
        new StepId("KsqlTopic"),
        Source.Kind.STREAM,
        "S",
        topic,
        KAFKA,
        JSON,
        COLUMNS,
        List.of(),
        COLUMNS,
        Optional.empty(),
        Optional.empty());
  }

  private static Step positive(Step input) {
    Expr value = ColumnRef.value(0, "V", SqlTypes.INTEGER);
    return new FilterStep(
        new StepId("WhereFilter"),
        input,
        Call.of(Operator.GREATER_THAN, SqlTypes.BOOLEAN, value, new Constant(0, SqlTypes.INTEGER)));
  }

  private PersistentQuery query(String id, Step step, PersistentQuery.State state) {
    SinkStep sink = new SinkStep(new StepId("Sink"), step, output, KAFKA, JSON, Optional.empty());
    return new PersistentQuery(
        id,
        PersistentQuery.Kind.CREATE_AS,
        "CREATE STREAM ...",
        Set.of("S"),
        Optional.of("OUT"),
        new PhysicalPlan(sink),
        Map.of(),
        state);
  }

  private Plan.Push push(Step step, OptionalLong limit, Plan.Push.End end) {
    return new Plan.Push(
        new PhysicalPlan(step),
        List.of(new Column("V", SqlTypes.INTEGER), new Column("K", SqlTypes.STRING)),
        List.of(ColumnRef.value(0, "V", SqlTypes.INTEGER), ColumnRef.key(0, "K", SqlTypes.STRING)),
        "S",
        limit,
        end);
  }

  private void write(String key, String value) {
    producer.send(new ProducerRecord<>(input, key, value));
    producer.flush();
  }

  private List<String> written(int count) {
    List<String> values = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers(), "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.assign(List.of(new TopicPartition(output, 0), new TopicPartition(output, 1)));
      await()
          .atMost(LONG)
          .until(
              () -> {
                for (ConsumerRecord<String, String> record :
                    consumer.poll(Duration.ofMillis(100))) {
                  values.add(record.key() + record.value());
                }
                return values.size() >= count;
              });
    }
    return values;
  }

  private String state(String id) {
    return runner.status(id).orElseThrow().state();
  }

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

  private static ScanStep side(String id, Source.Kind kind, String topic, Schema columns) {
    FormatSpec key = columns.key().get(0).type().equals(SqlTypes.STRING) ? KAFKA : JSON_KEY;
    return new ScanStep(
        new StepId(id),
        kind,
        id,
        topic,
        key,
        JSON,
        columns,
        List.of(),
        columns,
        Optional.empty(),
        Optional.empty());
  }

  /** The columns of a joined row under names of their own. */
  private static Step named(Step join) {
    return new ProjectStep(
        new StepId("Project"),
        join,
        List.of("K"),
        List.of(
            new NamedExpr("V", ColumnRef.value(0, "V", SqlTypes.INTEGER)),
            new NamedExpr("W", ColumnRef.value(1, "V", SqlTypes.INTEGER))));
  }

  private String secondInput() throws ExecutionException, InterruptedException {
    String topic = "second-" + UUID.randomUUID();
    admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
    return topic;
  }

  @Test
  void joinsTwoStreamsWithinATime() throws Exception {
    String second = secondInput();
    Duration minute = Duration.ofMinutes(1);
    Step join =
        new JoinStep(
            new StepId("Join"),
            side("KafkaTopic_Left", Source.Kind.STREAM, input, COLUMNS),
            new RepartitionStep(
                new StepId("Join-right"),
                side("KafkaTopic_Right", Source.Kind.STREAM, second, COLUMNS),
                KAFKA,
                JSON),
            JoinKind.INNER,
            Optional.of(new JoinWindow(minute, minute, minute, JoinWindow.Unmatched.WHEN_CLOSED)),
            KAFKA,
            JSON);
    runner.start(query("CSAS_OUT_20", named(join), PersistentQuery.State.RUNNING));
    write("a", "{\"V\":1}");
    write("b", "{\"V\":2}");
    producer.send(new ProducerRecord<>(second, "a", "{\"V\":10}"));
    producer.flush();

    assertThat(written(1)).containsExactly("a{\"V\":1,\"W\":10}");
  }

  @Test
  void joinsATableToTheRowsThatItNames() throws Exception {
    String second = secondInput();
    Schema numbers =
        new Schema(
            List.of(new Column("N", SqlTypes.INTEGER)), List.of(new Column("V", SqlTypes.INTEGER)));
    Step join =
        new ForeignKeyJoinStep(
            new StepId("Join"),
            side("KafkaTopic_Left-Reduce", Source.Kind.TABLE, input, COLUMNS),
            side("KafkaTopic_Right-Reduce", Source.Kind.TABLE, second, numbers),
            JoinKind.INNER,
            ColumnRef.value(0, "V", SqlTypes.INTEGER),
            KAFKA,
            JSON_KEY,
            JSON);
    runner.start(query("CTAS_OUT_21", named(join), PersistentQuery.State.RUNNING));
    write("a", "{\"V\":7}");
    write("b", "{\"V\":8}");
    producer.send(new ProducerRecord<>(second, "7", "{\"V\":70}"));
    producer.flush();

    assertThat(written(1)).containsExactly("a{\"V\":7,\"W\":70}");
  }
}
