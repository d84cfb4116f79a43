package io.confluent.ksql.rest.server.handler;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.engine.Prepared;
import io.confluent.ksql.engine.QueryStatus;
import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.parser.ast.Describe;
import io.confluent.ksql.parser.ast.DescribeSources;
import io.confluent.ksql.parser.ast.ShowSources;
import io.confluent.ksql.parser.ast.SourceKind;
import io.confluent.ksql.planner.PlannerSettings;
import io.confluent.ksql.planner.catalog.Catalog;
import io.confluent.ksql.planner.catalog.PersistentQuery;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.catalog.TimestampColumn;
import io.confluent.ksql.planner.facts.TopicFacts;
import io.confluent.ksql.rest.server.ServerParts;
import io.confluent.ksql.rest.wire.Entity;
import io.confluent.ksql.rest.wire.RunningQuery;
import io.confluent.ksql.rest.wire.SourceDescribed;
import io.confluent.ksql.rest.wire.SourceDescription;
import io.confluent.ksql.rest.wire.SourceDescriptions;
import io.confluent.ksql.rest.wire.SourceSummary;
import io.confluent.ksql.rest.wire.StreamsList;
import io.confluent.ksql.rest.wire.TablesList;
import io.confluent.ksql.rest.wire.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** SHOW STREAMS, SHOW TABLES and DESCRIBE. */
final class SourceDescriber {
  private final ServerParts parts;
  private final QueryDescriber queries;

  SourceDescriber(ServerParts parts, QueryDescriber queries) {
    this.parts = parts;
    this.queries = queries;
  }

  Optional<Entity> show(ShowSources show, Prepared prepared) {
    if (show.extended()) {
      return Optional.of(describeAll(show.kind(), prepared, true));
    }
    List<SourceSummary> list =
        sources(show.kind()).map(source -> summary(source, prepared)).toList();
    return Optional.of(
        show.kind() == SourceKind.TABLE
            ? new TablesList(prepared.text(), list, List.of())
            : new StreamsList(prepared.text(), list, List.of()));
  }

  Optional<Entity> describeAll(DescribeSources describe, Prepared prepared) {
    return Optional.of(describeAll(describe.kind(), prepared, describe.extended()));
  }

  private Entity describeAll(SourceKind kind, Prepared prepared, boolean extended) {
    List<Warning> warnings = new ArrayList<>();
    List<SourceDescription> descriptions =
        sources(kind).map(source -> description(source, extended, warnings)).toList();
    return new SourceDescriptions(prepared.text(), descriptions, warnings);
  }

  Optional<Entity> describe(Describe describe, Prepared prepared) {
    List<Warning> warnings = new ArrayList<>();
    Source source = require(parts.engine().catalog(), describe.source());
    return Optional.of(
        new SourceDescribed(
            prepared.text(), description(source, describe.extended(), warnings), warnings));
  }

  /** The streams and tables over some topics. */
  List<SourceDescription> overTopics(Set<String> topics, List<Warning> warnings) {
    return parts.engine().catalog().sources().stream()
        .filter(source -> topics.contains(source.topic()))
        .map(source -> description(source, false, warnings))
        .toList();
  }

  private static Source require(Catalog catalog, Identifier name) {
    return catalog
        .source(name.text())
        .orElseThrow(
            () ->
                Diagnostic.error(
                        ErrorCode.SOURCE_NOT_FOUND,
                        name.span(),
                        "There is no stream or table %s.",
                        name.text())
                    .hint(catalog.nearestSource(name.text()).map("Did you mean %s?"::formatted))
                    .toException());
  }

  private Stream<Source> sources(SourceKind kind) {
    return parts.engine().catalog().sources().stream()
        .filter(source -> source.isTable() == (kind == SourceKind.TABLE));
  }

  /** Clients of the classic mode look for one format. */
  private SourceSummary summary(Source source, Prepared prepared) {
    boolean classic = parts.engine().settings(prepared.session()).get(PlannerSettings.CLASSIC_MODE);
    return new SourceSummary(
        source.kind().name(),
        source.name(),
        source.topic(),
        source.keyFormat().name(),
        source.valueFormat().name(),
        source.window().isPresent(),
        classic ? Optional.of(source.valueFormat().name()) : Optional.empty());
  }

  private SourceDescription description(Source source, boolean extended, List<Warning> warnings) {
    Catalog catalog = parts.engine().catalog();
    List<PersistentQuery> writers = catalog.writersOf(source.name());
    Optional<TopicFacts> topic = extended ? topic(source, warnings) : Optional.empty();
    return new SourceDescription(
        source.name(),
        source.window().map(window -> window.type().name()),
        running(catalog.readersOf(source.name())),
        running(writers),
        Fields.of(source),
        source.kind().name(),
        source.timestamp().map(TimestampColumn::column).orElse(""),
        extended ? statistics(writers) : "",
        extended ? errors(writers) : "",
        extended,
        source.keyFormat().name(),
        source.valueFormat().name(),
        source.topic(),
        topic.map(TopicFacts::partitions).orElse(0),
        topic.map(TopicFacts::replicas).orElse(0),
        source.sql(),
        extended ? new QueryOffsets(parts).of(source, warnings) : List.of(),
        dependents(catalog, source),
        List.of(),
        List.of());
  }

  private List<RunningQuery> running(List<PersistentQuery> list) {
    return list.stream().map(queries::running).toList();
  }

  /** The topic of a described source may be gone, or Kafka; the rest is still worth telling. */
  private Optional<TopicFacts> topic(Source source, List<Warning> warnings) {
    try {
      Map<String, TopicFacts> found = parts.outside().topics().describe(List.of(source.topic()));
      if (found.isEmpty()) {
        warnings.add(new Warning("The topic " + source.topic() + " does not exist."));
      }
      return Optional.ofNullable(found.get(source.topic()));
    } catch (DiagnosticException e) {
      warnings.add(new Warning(e.getMessage()));
      return Optional.empty();
    }
  }

  private String statistics(List<PersistentQuery> writers) {
    return lines(
        writers,
        (query, status) ->
            "%s: %d records read, %d written"
                .formatted(query.id(), status.rowsIn(), status.rowsOut()));
  }

  private String errors(List<PersistentQuery> writers) {
    return lines(
        writers,
        (query, status) ->
            "%s: %d records failed".formatted(query.id(), status.rowErrors())
                + (status.rowWarnings() == 0
                    ? ""
                    : ", %d with a warning".formatted(status.rowWarnings())));
  }

  private interface Line {
    String of(PersistentQuery query, QueryStatus status);
  }

  private String lines(List<PersistentQuery> writers, Line line) {
    List<String> lines = new ArrayList<>();
    for (PersistentQuery query : writers) {
      parts.queries().status(query.id()).ifPresent(status -> lines.add(line.of(query, status)));
    }
    return String.join("\n", lines);
  }

  /** What was made from it by a statement with a query, and must be dropped before it. */
  private static List<String> dependents(Catalog catalog, Source source) {
    return catalog.readersOf(source.name()).stream()
        .filter(query -> query.kind() == PersistentQuery.Kind.CREATE_AS)
        .flatMap(query -> query.sink().stream())
        .distinct()
        .sorted()
        .toList();
  }
}
