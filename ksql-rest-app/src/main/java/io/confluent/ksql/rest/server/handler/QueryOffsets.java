package io.confluent.ksql.rest.server.handler;

import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.engine.QueryStatus;
import io.confluent.ksql.engine.topics.OffsetRange;
import io.confluent.ksql.engine.topics.Topics;
import io.confluent.ksql.planner.catalog.Catalog;
import io.confluent.ksql.planner.catalog.PersistentQuery;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.rest.server.ServerParts;
import io.confluent.ksql.rest.wire.SourceDescription;
import io.confluent.ksql.rest.wire.Warning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How far the queries around a stream or table have read: those that fill it, in all they read, and
 * those that read it, in its own topic.
 */
final class QueryOffsets {
  private final ServerParts parts;

  QueryOffsets(ServerParts parts) {
    this.parts = parts;
  }

  /** A summary for each consumer group. What Kafka does not say is left out, with a warning. */
  List<SourceDescription.QueryOffsets> of(Source source, List<Warning> warnings) {
    Map<String, Set<String>> topicsByGroup = new LinkedHashMap<>();
    Catalog catalog = parts.engine().catalog();
    for (PersistentQuery writer : catalog.writersOf(source.name())) {
      topics(topicsByGroup, writer).addAll(inputs(catalog, writer));
    }
    for (PersistentQuery reader : catalog.readersOf(source.name())) {
      topics(topicsByGroup, reader).add(source.topic());
    }
    try {
      return summaries(topicsByGroup);
    } catch (DiagnosticException e) {
      warnings.add(new Warning(e.getMessage()));
      return List.of();
    }
  }

  /** The topics of a query's group to be filled; of no use if the query does not run here. */
  private Set<String> topics(Map<String, Set<String>> byGroup, PersistentQuery query) {
    return parts
        .queries()
        .status(query.id())
        .map(QueryStatus::applicationId)
        .map(group -> byGroup.computeIfAbsent(group, each -> new TreeSet<>()))
        .orElseGet(TreeSet::new);
  }

  private static Set<String> inputs(Catalog catalog, PersistentQuery query) {
    Set<String> topics = new TreeSet<>();
    query.sources().forEach(name -> catalog.source(name).map(Source::topic).ifPresent(topics::add));
    return topics;
  }

  private List<SourceDescription.QueryOffsets> summaries(Map<String, Set<String>> topicsByGroup) {
    if (topicsByGroup.isEmpty()) {
      return List.of();
    }
    Topics topics = parts.outside().topics();
    Set<String> all = new TreeSet<>();
    topicsByGroup.values().forEach(all::addAll);
    Map<String, List<OffsetRange>> ranges = topics.offsets(all);
    List<SourceDescription.QueryOffsets> summaries = new ArrayList<>();
    topicsByGroup.forEach(
        (group, names) -> {
          Map<String, Map<Integer, Long>> committed = topics.committed(group);
          List<SourceDescription.TopicOffsets> perTopic = new ArrayList<>();
          for (String name : names) {
            if (ranges.containsKey(name)) {
              perTopic.add(topic(name, ranges.get(name), committed.getOrDefault(name, Map.of())));
            }
          }
          summaries.add(new SourceDescription.QueryOffsets(group, perTopic));
        });
    return summaries;
  }

  /** Who has committed nothing begins at the start: a query that begins at the end commits that. */
  private static SourceDescription.TopicOffsets topic(
      String name, List<OffsetRange> ranges, Map<Integer, Long> committed) {
    return new SourceDescription.TopicOffsets(
        name,
        ranges.stream()
            .map(
                range ->
                    new SourceDescription.PartitionOffsets(
                        range.partition(),
                        range.start(),
                        range.end(),
                        committed.getOrDefault(range.partition(), range.start())))
            .toList());
  }
}
