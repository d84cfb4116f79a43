package io.confluent.ksql.tools.test.cases;

import io.confluent.ksql.planner.catalog.Catalog;
import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.physical.AggregateStep;
import io.confluent.ksql.planner.physical.JoinStep;
import io.confluent.ksql.planner.physical.MaterializeStep;
import io.confluent.ksql.planner.physical.RepartitionStep;
import io.confluent.ksql.planner.physical.ScanStep;
import io.confluent.ksql.planner.physical.Step;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** How the records of topics are written: those of streams and tables, and internal ones. */
final class TopicFormats {
  /** What Kafka Streams puts behind the name of the stores of a join of streams. */
  private static final List<String> JOIN_STORES =
      List.of(
          "-this-join-store",
          "-other-join-store",
          "-outer-this-join-store",
          "-outer-other-join-store");

  private final TreeMap<String, Both> byTopic = new TreeMap<>();

  /** Both halves of a record. */
  record Both(FormatText key, FormatText value) {}

  TopicFormats(Catalog catalog, Collection<DriverQuery> queries) {
    for (DriverQuery query : queries) {
      addInternal(query.applicationId(), query.plan().root());
    }
    for (Source source : catalog.sources()) {
      byTopic.put(
          source.topic(),
          new Both(
              FormatText.of(source.keyFormat(), SourceCheck.keyFeatures(source), source.window()),
              FormatText.of(
                  source.valueFormat(), SourceCheck.valueFeatures(source), Optional.empty())));
    }
  }

  Optional<Both> of(String topic) {
    return Optional.ofNullable(byTopic.get(topic));
  }

  private void addInternal(String application, Step step) {
    step.inputs().forEach(input -> addInternal(application, input));
    if (step instanceof RepartitionStep repartition) {
      put(
          application + "-" + step.id() + "-repartition",
          step,
          repartition.keyFormat(),
          repartition.valueFormat());
    } else if (step instanceof AggregateStep aggregate) {
      put(
          application + "-" + step.id() + "-changelog",
          step,
          aggregate.keyFormat(),
          aggregate.valueFormat());
    } else if (step instanceof MaterializeStep kept) {
      put(application + "-" + step.id() + "-changelog", step, kept.keyFormat(), kept.valueFormat());
    } else if (step instanceof JoinStep join && join.within().isPresent()) {
      for (String store : JOIN_STORES) {
        put(
            application + "-" + step.id() + store + "-changelog",
            step,
            join.keyFormat(),
            join.valueFormat());
      }
    } else if (step instanceof ScanStep scan) {
      put(application + "-" + step.id() + "-changelog", step, scan.keyFormat(), scan.valueFormat());
    }
  }

  private void put(String topic, Step step, FormatSpec key, FormatSpec value) {
    byTopic.put(
        topic,
        new Both(
            FormatText.of(key, Wrapping.ofKey(key, step.schema().key().size()), step.window()),
            FormatText.of(value, Set.of(), Optional.empty())));
  }
}
