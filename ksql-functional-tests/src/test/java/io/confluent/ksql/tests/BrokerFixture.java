package io.confluent.ksql.tests;

import static org.awaitility.Awaitility.await;

import io.confluent.ksql.embedded.EmbeddedBroker;
import io.confluent.ksql.engine.log.InMemoryProcessingLog;
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
import io.confluent.ksql.planner.expr.Operator;
import io.confluent.ksql.planner.function.FunctionRegistry;
import io.confluent.ksql.planner.physical.FilterStep;
import io.confluent.ksql.planner.physical.PhysicalPlan;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A broker, and queries that run on it. */
abstract class BrokerFixture {
  static final FormatSpec KAFKA = new FormatSpec("KAFKA", Map.of(), false);
  static final FormatSpec JSON_KEY = new FormatSpec("JSON", Map.of(), false);
  static final FormatSpec JSON = new FormatSpec("JSON", Map.of(), true);
  static final Schema COLUMNS =
      new Schema(
          List.of(new Column("K", SqlTypes.STRING)), List.of(new Column("V", SqlTypes.INTEGER)));
  static final Duration LONG = Duration.ofSeconds(20);

  @TempDir static Path directory;

  static EmbeddedBroker broker;
  static Admin admin;
  static KafkaProducer<String, String> producer;

  final InMemoryProcessingLog log = new InMemoryProcessingLog(100);
  final String input = "in-" + UUID.randomUUID();
  final String output = "out-" + UUID.randomUUID();
  KafkaQueryRunner runner;

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

  static Settings settings(String reset) {
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

  KafkaQueryRunner newRunner(Settings settings) {
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

  Step scan(String topic) {
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
        Optional.empty(),
        Optional.empty());
  }

  static Step positive(Step input) {
    Expr value = ColumnRef.value(0, "V", SqlTypes.INTEGER);
    return new FilterStep(
        new StepId("WhereFilter"),
        input,
        Call.of(Operator.GREATER_THAN, SqlTypes.BOOLEAN, value, new Constant(0, SqlTypes.INTEGER)));
  }

  PersistentQuery query(String id, Step step, PersistentQuery.State state) {
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

  Plan.Push push(Step step, OptionalLong limit, Plan.Push.End end) {
    return new Plan.Push(
        new PhysicalPlan(step),
        List.of(new Column("V", SqlTypes.INTEGER), new Column("K", SqlTypes.STRING)),
        List.of(ColumnRef.value(0, "V", SqlTypes.INTEGER), ColumnRef.key(0, "K", SqlTypes.STRING)),
        "S",
        limit,
        end);
  }

  void write(String key, String value) {
    producer.send(new ProducerRecord<>(input, key, value));
    producer.flush();
  }

  List<String> written(int count) {
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

  String state(String id) {
    return runner.status(id).orElseThrow().state();
  }
}
