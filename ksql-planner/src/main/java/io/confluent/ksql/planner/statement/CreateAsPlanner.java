package io.confluent.ksql.planner.statement;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.parser.ast.CreateAsSelect;
import io.confluent.ksql.parser.ast.WindowClause;
import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.planner.PlannerSettings;
import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.planner.analyze.BoundQuery;
import io.confluent.ksql.planner.analyze.QueryBinder;
import io.confluent.ksql.planner.catalog.CatalogChange;
import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.planner.catalog.PersistentQuery;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.catalog.TimestampColumn;
import io.confluent.ksql.planner.command.Duty;
import io.confluent.ksql.planner.facts.TopicFacts;
import io.confluent.ksql.planner.physical.PhysicalPlan;
import io.confluent.ksql.planner.physical.SinkStep;
import io.confluent.ksql.planner.physical.Step;
import io.confluent.ksql.planner.physical.StepId;
import io.confluent.ksql.schema.Schema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Plans CREATE STREAM AS SELECT and CREATE TABLE AS SELECT. */
public final class CreateAsPlanner {
  private final PlanningContext context;
  private final CreateAsSelect statement;
  private final Source.Kind kind;
  private final WithClause with;
  private final SourceProperties properties;

  private CreateAsPlanner(PlanningContext context, CreateAsSelect statement) {
    this.context = context;
    this.statement = statement;
    this.kind = Existing.kind(statement.kind());
    this.with = new WithClause(statement.with(), statement.name().span());
    this.properties = new SourceProperties(with);
  }

  /** What the statement comes to. */
  public static Plan plan(PlanningContext context, CreateAsSelect statement) {
    return new CreateAsPlanner(context, statement).plan();
  }

  private Plan plan() {
    Optional<Source> same = context.catalog().source(statement.name().text());
    if (statement.ifNotExists() && same.isPresent()) {
      return new Plan.Nothing(Existing.existsMessage(same.get(), kind));
    }
    Optional<Source> old =
        Existing.toReplace(context, statement.name(), kind, statement.orReplace());
    properties.checkForSink();
    statement
        .query()
        .limit()
        .ifPresent(
            limit -> {
              throw Diagnostic.error(
                      ErrorCode.INVALID_LIMIT,
                      statement.query().ending(),
                      "A query that fills a %s goes on for ever; LIMIT cannot end it.",
                      Existing.word(kind))
                  .hint("Leave LIMIT out; SELECT ... EMIT CHANGES LIMIT " + limit + " shows rows.")
                  .toException();
            });
    BoundQuery query = QueryBinder.bind(context, statement.query(), QueryBinder.Destination.SINK);
    checkKind(query);
    Step root = QueryPlans.steps(context, query);
    boolean fresh = properties.startsFresh();
    String queryId = fresh ? newQueryId() : queryId(old);
    Source sink = sink(query, root, queryId);
    new SinkSchema(context, with).check(sink);
    properties.checkRetention(kind, sink.window());
    if (fresh) {
      new FreshStart(context, with).check(sink, old);
    }
    old.ifPresent(previous -> checkReplacement(previous, sink, root, query.sources(), fresh));
    PhysicalPlan plan =
        new PhysicalPlan(
            new SinkStep(
                new StepId(sink.name()),
                QueryPlans.queryable(context, query, root, sink.valueFormat()),
                sink.topic(),
                sink.keyFormat(),
                sink.valueFormat(),
                sink.timestamp()));
    PersistentQuery persistent =
        new PersistentQuery(
            queryId,
            PersistentQuery.Kind.CREATE_AS,
            context.sql(),
            query.sources(),
            Optional.of(sink.name()),
            plan,
            context.overrides(),
            PersistentQuery.State.RUNNING);
    return Changes.of(
        context,
        Changes.createId(kind, sink.name()),
        "Created query with ID " + queryId,
        changes(sink, persistent, old),
        duties(sink, query, fresh),
        Optional.of(queryId));
  }

  /** What starts fresh keeps nothing but its columns, which others read. */
  private void checkReplacement(
      Source old, Source sink, Step root, Set<String> reads, boolean fresh) {
    Replacement replacement = new Replacement(context, statement.name().span());
    if (fresh) {
      replacement.check(old, sink);
      replacement.checkNoCircle(old, reads);
    } else {
      replacement.check(old, sink, root, reads);
    }
  }

  private static List<CatalogChange> changes(
      Source sink, PersistentQuery query, Optional<Source> old) {
    List<CatalogChange> changes = new ArrayList<>();
    old.flatMap(Source::createdBy)
        .filter(id -> !id.equals(query.id()))
        .ifPresent(id -> changes.add(new CatalogChange.DropQuery(id)));
    changes.add(new CatalogChange.PutSource(sink));
    changes.add(new CatalogChange.PutQuery(query));
    return changes;
  }

  private void checkKind(BoundQuery query) {
    Source.Kind made = query.plan().kind();
    if (made != kind) {
      throw Diagnostic.error(
              ErrorCode.WRONG_SOURCE_KIND,
              statement.name().span(),
              "This query gives a %s, not a %s.",
              Existing.word(made),
              Existing.word(kind))
          .hint("Write CREATE " + made + " " + statement.name().text() + " AS SELECT ...")
          .toException();
    }
  }

  private String queryId(Optional<Source> old) {
    return old.flatMap(Source::createdBy).orElseGet(this::newQueryId);
  }

  private String newQueryId() {
    return (kind == Source.Kind.STREAM ? "CSAS_" : "CTAS_")
        + statement.name().text()
        + "_"
        + context.facts().nextCommand();
  }

  private Source sink(BoundQuery query, Step root, String queryId) {
    Schema schema = root.schema();
    Formatting formatting = new Formatting(context, with, statement.name().text());
    FormatSpec key = keyFormat(formatting, query.leftmost(), schema);
    FormatSpec value = valueFormat(formatting, query.leftmost(), schema);
    Optional<TimestampColumn> timestamp = properties.timestamp(schema);
    String topic =
        properties
            .topic()
            .orElseGet(
                () ->
                    context.settings().get(PlannerSettings.OUTPUT_TOPIC_PREFIX)
                        + statement.name().text());
    return new Source(
        statement.name().text(),
        kind,
        context.sql(),
        schema,
        List.of(),
        topic,
        key,
        value,
        root.window(),
        timestamp,
        false,
        Optional.of(queryId));
  }

  private FormatSpec keyFormat(Formatting formatting, Source leftmost, Schema schema) {
    Optional<String> named = formatting.named(Schema.Side.KEY);
    if (schema.key().isEmpty() && statement.query().partitionBy().isPresent()) {
      if (with.has("KEY_FORMAT") && named.filter(FormatSpec.NONE.name()::equals).isEmpty()) {
        throw with.invalid("KEY_FORMAT", "has nothing to say: the result has no key columns.");
      }
      return FormatSpec.NONE;
    }
    String inherited =
        leftmost.keyFormat().name().equals(FormatSpec.NONE.name())
            ? formatting.byDefault(Schema.Side.KEY).orElse("KAFKA")
            : leftmost.keyFormat().name();
    return inheriting(
        formatting, named.orElse(inherited), leftmost.keyFormat(), Schema.Side.KEY, schema, named);
  }

  private FormatSpec valueFormat(Formatting formatting, Source leftmost, Schema schema) {
    Optional<String> named = formatting.named(Schema.Side.VALUE);
    return inheriting(
        formatting,
        named.orElse(leftmost.valueFormat().name()),
        leftmost.valueFormat(),
        Schema.Side.VALUE,
        schema,
        named);
  }

  /** Options such as a delimiter go over only with the format itself, never the schema's. */
  private static FormatSpec inheriting(
      Formatting formatting,
      String format,
      FormatSpec from,
      Schema.Side side,
      Schema schema,
      Optional<String> named) {
    FormatSpec spec = formatting.spec(format, side, schema.columns(side));
    if (named.isPresent() || !from.name().equals(format)) {
      return spec;
    }
    Map<String, String> options = new TreeMap<>(from.options());
    options.keySet().removeIf(option -> option.startsWith("SCHEMA_"));
    options.putAll(spec.options());
    FormatSpec inherited = new FormatSpec(format, options, spec.wrapped());
    formatting.check(inherited, side, schema.columns(side));
    return inherited;
  }

  private List<Duty> duties(Source sink, BoundQuery query, boolean fresh) {
    List<Duty> duties = new ArrayList<>();
    duties.add(topic(sink, query.leftmost()));
    duties.addAll(Registrations.of(context.formats(), sink, Duty.RegisterSchema.Mode.ALWAYS));
    if (fresh) {
      duties.add(new Duty.EmptyTopic(sink.topic(), sink.createdBy().orElseThrow()));
    }
    return duties;
  }

  private Duty topic(Source sink, Source leftmost) {
    Optional<TopicFacts> from = context.facts().topic(leftmost.topic());
    long settingPartitions = context.settings().get(PlannerSettings.SINK_PARTITIONS);
    long settingReplicas = context.settings().get(PlannerSettings.SINK_REPLICAS);
    Optional<TopicFacts> existing = context.facts().topic(sink.topic());
    int partitions =
        properties
            .partitions()
            .or(() -> existing.map(TopicFacts::partitions))
            .or(
                () ->
                    settingPartitions > 0 ? Optional.of((int) settingPartitions) : Optional.empty())
            .or(() -> from.map(TopicFacts::partitions))
            .orElse(1);
    if (existing.filter(topic -> topic.partitions() != partitions).isPresent()) {
      throw Diagnostic.error(
              ErrorCode.TOPIC_MISMATCH,
              with.span(SourceProperties.PARTITIONS),
              "The topic %s exists already, with %d partitions.",
              sink.topic(),
              existing.get().partitions())
          .hint("Leave PARTITIONS out to use it as it is.")
          .toException();
    }
    short replicas =
        properties
            .replicas()
            .or(() -> settingReplicas > 0 ? Optional.of((short) settingReplicas) : Optional.empty())
            .or(() -> from.map(topic -> (short) topic.replicas()))
            .orElse((short) -1);
    return new Duty.CreateTopic(sink.topic(), partitions, replicas, topicConfig(sink, from));
  }

  private Map<String, String> topicConfig(Source sink, Optional<TopicFacts> from) {
    Map<String, String> config = new TreeMap<>();
    boolean windowed = sink.window().isPresent();
    String policy = windowed ? "compact,delete" : "compact";
    config.put("cleanup.policy", kind == Source.Kind.STREAM ? "delete" : policy);
    if (kind == Source.Kind.STREAM || windowed) {
      properties
          .retentionMs()
          .or(this::windowRetentionMs)
          .or(
              () ->
                  from.flatMap(
                      topic ->
                          topic.retentionMs().isPresent()
                              ? Optional.of(topic.retentionMs().getAsLong())
                              : Optional.empty()))
          .ifPresent(ms -> config.put("retention.ms", Long.toString(ms)));
    }
    return config;
  }

  /** What RETENTION says of windows holds for the topic that they are written to. */
  private Optional<Long> windowRetentionMs() {
    return statement.query().window().flatMap(WindowClause::retention).map(Duration::toMillis);
  }
}
