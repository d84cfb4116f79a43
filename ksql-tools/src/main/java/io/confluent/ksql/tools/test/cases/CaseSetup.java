package io.confluent.ksql.tools.test.cases;

import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.engine.Engine;
import io.confluent.ksql.engine.Prepared;
import io.confluent.ksql.engine.StatementException;
import io.confluent.ksql.engine.facts.DutyRunner;
import io.confluent.ksql.engine.session.Session;
import io.confluent.ksql.engine.topics.InMemoryTopics;
import io.confluent.ksql.parser.SqlParser;
import io.confluent.ksql.parser.ast.CreateSource;
import io.confluent.ksql.parser.ast.Statement;
import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.planner.command.Duty;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.serde.Formats;
import io.confluent.ksql.serde.registry.CompatibilityLevel;
import io.confluent.ksql.serde.registry.InMemorySchemaRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes what exists before the statements of a case: topics, and schemas in the registry. */
final class CaseSetup {
  /** Partitions of topics of which a case does not say how many they have: cases rely on it. */
  private static final int PARTITIONS = 4;

  private final TestCase test;
  private final Engine engine;
  private final InMemoryTopics topics;
  private final InMemorySchemaRegistry registry;
  private final Session session;

  CaseSetup(
      TestCase test,
      Engine engine,
      InMemoryTopics topics,
      InMemorySchemaRegistry registry,
      Session session) {
    this.test = test;
    this.engine = engine;
    this.topics = topics;
    this.registry = registry;
    this.session = session;
  }

  /** Makes the topics and registers the schemas. */
  void run() {
    registry.setLevel("", Optional.of(CompatibilityLevel.NONE));
    List<CreateSource> created =
        test.statements().stream()
            .flatMap(text -> parse(text).stream())
            .filter(CreateSource.class::isInstance)
            .map(CreateSource.class::cast)
            .toList();
    for (TestCase.Topic topic : test.topics()) {
      topic.partitions().ifPresent(count -> create(topic.name(), count, topic.replicas()));
    }
    created.forEach(this::createTopic);
    SchemaSetup schemas = new SchemaSetup(registry, test.topics());
    schemas.registerWithIds();
    test.statements().forEach(this::registerColumns);
    schemas.registerOthers();
    test.topics().forEach(topic -> create(topic.name(), PARTITIONS, topic.replicas()));
    test.inputs().forEach(message -> create(message.topic(), PARTITIONS, (short) 1));
  }

  /** What cannot be read fails when it is executed, where a case may expect it. */
  private static Optional<Statement> parse(String text) {
    try {
      return Optional.of(SqlParser.parse(text));
    } catch (DiagnosticException e) {
      return Optional.empty();
    }
  }

  private void createTopic(CreateSource create) {
    Optional<String> topic = property(create, "KAFKA_TOPIC");
    if (topic.isPresent() && (!create.columns().isEmpty() || isDeclared(topic.get()))) {
      create(
          topic.get(),
          property(create, "PARTITIONS").map(Integer::parseInt).orElse(PARTITIONS),
          property(create, "REPLICAS").map(Short::parseShort).orElse((short) 1));
    }
  }

  /** The schemas of declared columns have the first ids; those of topics follow them. */
  private void registerColumns(String text) {
    DutyRunner duties = new DutyRunner(topics, Formats.installed(), Optional.of(registry));
    if (parse(text).filter(CreateSource.class::isInstance).isEmpty()) {
      return;
    }
    try {
      for (Prepared prepared : engine.prepareOpen(text, session)) {
        if (prepared.plan().orElse(null) instanceof Plan.Change change) {
          change.command().duties().stream()
              .filter(Duty.RegisterSchema.class::isInstance)
              .map(Duty.RegisterSchema.class::cast)
              .filter(duty -> !hasSchema(duty.topic(), duty.side()))
              .forEach(duties::run);
        }
      }
    } catch (StatementException e) {
      // It fails again when it is executed, where a case may expect it; or needs a type made there.
      return;
    }
  }

  private boolean hasSchema(String topic, Schema.Side side) {
    return test.topics().stream()
        .filter(declared -> declared.name().equals(topic))
        .anyMatch(
            declared -> (side == Schema.Side.KEY ? declared.key() : declared.value()).isPresent());
  }

  private boolean isDeclared(String topic) {
    return test.topics().stream().anyMatch(declared -> declared.name().equals(topic));
  }

  private static Optional<String> property(CreateSource create, String name) {
    return create.with().get(name).map(property -> String.valueOf(property.value().value()));
  }

  private void create(String topic, int partitions, short replicas) {
    if (topics.describe(List.of(topic)).isEmpty()) {
      topics.create(new Duty.CreateTopic(topic, partitions, replicas, Map.of()));
    }
  }
}
