package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.facts.TopicFacts;
import java.util.Objects;
import java.util.Optional;

/**
 * How and where the keys of a relation are written, on which depends what its rows can meet.
 *
 * @param format how they are written
 * @param origin who writes them
 * @param source the source whose partitions its rows are in; empty if it is an internal topic
 */
record KeyPlace(FormatSpec format, Origin origin, Optional<PartitionedSource> source) {
  KeyPlace {
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(source, "source");
  }

  /** Who writes keys. */
  enum Origin {
    /** Anybody; with a schema registry, equal keys may be written under different ids. */
    TOPIC,
    /** This query. */
    INTERNAL
  }

  /**
   * A source and how many partitions its topic has.
   *
   * @param name name of the source
   * @param partitions their number
   */
  record PartitionedSource(String name, int partitions) {}

  static KeyPlace of(Source source, PlanningContext context) {
    return new KeyPlace(
        source.keyFormat(),
        Origin.TOPIC,
        context
            .facts()
            .topic(source.topic())
            .map(TopicFacts::partitions)
            .map(partitions -> new PartitionedSource(source.name(), partitions)));
  }
}
