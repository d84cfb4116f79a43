package io.confluent.ksql.planner.statement;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.parser.ast.CreateSource;
import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.planner.PlannerSettings;
import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.planner.analyze.KeyTypes;
import io.confluent.ksql.planner.catalog.CatalogChange;
import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.planner.catalog.PersistentQuery;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.command.Duty;
import io.confluent.ksql.planner.facts.TopicFacts;
import io.confluent.ksql.planner.physical.PhysicalPlan;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.WindowInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans CREATE STREAM and CREATE TABLE over a topic. */
public final class CreateSourcePlanner {
  private static final short DEFAULT_REPLICAS = -1;

  private final PlanningContext context;
  private final CreateSource statement;
  private final Source.Kind kind;
  private final WithClause with;
  private final SourceProperties properties;

  private CreateSourcePlanner(PlanningContext context, CreateSource statement) {
    this.context = context;
    this.statement = statement;
    this.kind = Existing.kind(statement.kind());
    this.with = new WithClause(statement.with(), statement.name().span());
    this.properties = new SourceProperties(with);
  }

  /** What the statement comes to. */
  public static Plan plan(PlanningContext context, CreateSource statement) {
    return new CreateSourcePlanner(context, statement).plan();
  }

  private Plan plan() {
    Optional<Source> same = context.catalog().source(statement.name().text());
    if (statement.ifNotExists() && same.isPresent()) {
      return new Plan.Nothing(Existing.existsMessage(same.get(), kind));
    }
    Optional<Source> old =
        Existing.toReplace(context, statement.name(), kind, statement.orReplace());
    old.ifPresent(this::checkReadOnly);
    properties.checkForSource();
    String topic =
        properties
            .topic()
            .orElseThrow(
                () ->
                    Diagnostic.error(
                            ErrorCode.INVALID_PROPERTY,
                            statement.span(),
                            "The property KAFKA_TOPIC is missing.")
                        .hint("Add WITH (KAFKA_TOPIC = '...').")
                        .toException());
    Formatting formatting = new Formatting(context, with, statement.name().text());
    DeclaredColumns declared =
        DeclaredColumns.of(
            new ClassicKey(context, with).declared(statement.columns(), kind), context.catalog());
    Inference inference = new Inference(context, with, topic);
    String valueFormat = valueFormat(formatting);
    String keyFormat = keyFormat(formatting);
    Schema schema = inference.complete(declared, keyFormat, valueFormat);
    checkColumns(schema, declared);
    FormatSpec key = formatting.spec(keyFormat, Schema.Side.KEY, schema.key());
    FormatSpec value = formatting.spec(valueFormat, Schema.Side.VALUE, schema.value());
    Optional<WindowInfo> window = properties.window();
    if (window.isPresent() && schema.key().isEmpty()) {
      throw Diagnostic.error(
              ErrorCode.INVALID_KEY,
              with.span("WINDOW_TYPE"),
              "A windowed %s needs a key column.",
              Existing.word(kind))
          .toException();
    }
    properties.checkRetention(kind, window);
    Source source =
        new Source(
            statement.name().text(),
            kind,
            context.sql(),
            schema,
            declared.headers(),
            topic,
            key,
            value,
            window,
            properties.timestamp(schema),
            statement.readOnly(),
            keepingQueryId(window));
    old.ifPresent(
        previous -> new Replacement(context, statement.name().span()).check(previous, source));
    Optional<String> ended = old.flatMap(this::filledBy);
    List<CatalogChange> changes = new ArrayList<>();
    ended.ifPresent(id -> changes.add(new CatalogChange.DropQuery(id)));
    changes.addAll(changes(source));
    return Changes.of(
        context,
        Changes.createId(kind, source.name()),
        kind.title()
            + " created"
            + ended.map("; the query %s that filled it has ended"::formatted).orElse(""),
        changes,
        duties(source),
        source.createdBy());
  }

  /** Id of the query that keeps the rows of a source table. */
  private Optional<String> keepingQueryId(Optional<WindowInfo> window) {
    boolean kept =
        statement.readOnly()
            && kind == Source.Kind.TABLE
            && window.isEmpty()
            && context.settings().get(PlannerSettings.SOURCE_TABLE_MATERIALIZATION);
    return kept
        ? Optional.of("CST_" + statement.name().text() + "_" + context.facts().nextCommand())
        : Optional.empty();
  }

  private List<CatalogChange> changes(Source source) {
    List<CatalogChange> changes = new ArrayList<>();
    changes.add(new CatalogChange.PutSource(source));
    source
        .createdBy()
        .ifPresent(id -> changes.add(new CatalogChange.PutQuery(keepingQuery(source, id))));
    return changes;
  }

  private PersistentQuery keepingQuery(Source source, String id) {
    return new PersistentQuery(
        id,
        PersistentQuery.Kind.SOURCE_TABLE,
        context.sql(),
        Set.of(source.name()),
        Optional.empty(),
        new PhysicalPlan(QueryPlans.kept(context, source)),
        context.overrides(),
        PersistentQuery.State.RUNNING);
  }

  /** The query that fills what is replaced: columns alone say no more what it should write. */
  private Optional<String> filledBy(Source old) {
    return old.createdBy().filter(id -> context.catalog().query(id).isPresent());
  }

  private void checkReadOnly(Source old) {
    if (statement.readOnly() && !old.readOnly()) {
      throw Diagnostic.error(
              ErrorCode.NOT_UPGRADEABLE,
              statement.name().span(),
              "%s exists and takes rows; CREATE SOURCE cannot replace it.",
              old.name())
          .hint("Leave out SOURCE, or choose another name.")
          .toException();
    }
  }

  private String valueFormat(Formatting formatting) {
    return formatting
        .named(Schema.Side.VALUE)
        .or(() -> formatting.byDefault(Schema.Side.VALUE))
        .orElseThrow(
            () ->
                Diagnostic.error(
                        ErrorCode.INVALID_PROPERTY,
                        statement.span(),
                        "The property VALUE_FORMAT is missing.")
                    .hint("Add WITH (VALUE_FORMAT = 'JSON'), or whatever the topic holds.")
                    .toException());
  }

  private static String keyFormat(Formatting formatting) {
    return formatting
        .named(Schema.Side.KEY)
        .or(() -> formatting.byDefault(Schema.Side.KEY))
        .orElse(FormatSpec.NONE.name());
  }

  private void checkColumns(Schema schema, DeclaredColumns declared) {
    if (schema.value().isEmpty() && schema.key().isEmpty() && declared.headers().isEmpty()) {
      throw Diagnostic.error(
              ErrorCode.INVALID_PROJECTION, statement.span(), "The statement names no columns.")
          .hint("Add them: (id INT, name VARCHAR).")
          .toException();
    }
    declared.checkNames(schema, statement.span());
    for (Column column : schema.key()) {
      KeyTypes.check(column.type(), statement.span());
    }
    if (kind == Source.Kind.TABLE && schema.key().isEmpty()) {
      throw Diagnostic.error(
              ErrorCode.INVALID_KEY, statement.name().span(), "A table needs a PRIMARY KEY.")
          .hint("Mark a column: id INT PRIMARY KEY.")
          .toException();
    }
  }

  private List<Duty> duties(Source source) {
    List<Duty> duties = new ArrayList<>();
    Optional<TopicFacts> found = context.facts().topic(source.topic());
    Optional<Integer> partitions = properties.partitions();
    if (found.isEmpty()) {
      if (partitions.isEmpty()) {
        throw Diagnostic.error(
                ErrorCode.TOPIC_NOT_FOUND,
                with.span(SourceProperties.KAFKA_TOPIC),
                "There is no topic named %s.",
                source.topic())
            .hint("PARTITIONS in the WITH clause makes it: WITH (..., PARTITIONS = 1).")
            .toException();
      }
      duties.add(
          new Duty.CreateTopic(
              source.topic(),
              partitions.get(),
              properties.replicas().orElse(DEFAULT_REPLICAS),
              topicConfig()));
    } else {
      checkTopic(found.get(), partitions);
    }
    duties.addAll(Registrations.of(context.formats(), source, Duty.RegisterSchema.Mode.IF_ABSENT));
    return duties;
  }

  private void checkTopic(TopicFacts found, Optional<Integer> partitions) {
    boolean other =
        partitions.filter(wanted -> wanted != found.partitions()).isPresent()
            || properties.replicas().filter(wanted -> wanted != found.replicas()).isPresent();
    if (other) {
      throw Diagnostic.error(
              ErrorCode.TOPIC_MISMATCH,
              with.span(SourceProperties.PARTITIONS),
              "The topic exists already, with %d partitions and %d replicas.",
              found.partitions(),
              found.replicas())
          .hint("Leave PARTITIONS and REPLICAS out to use it as it is.")
          .toException();
    }
  }

  private Map<String, String> topicConfig() {
    return switch (kind) {
      case STREAM ->
          properties
              .retentionMs()
              .map(ms -> Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(ms)))
              .orElse(Map.of("cleanup.policy", "delete"));
      case TABLE -> Map.of("cleanup.policy", "compact");
    };
  }
}
