package io.confluent.ksql.engine.query;

import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.physical.ScanStep;
import io.confluent.ksql.planner.physical.Step;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fixes where a query that reads from the latest record on begins: at the end of its topics as it
 * is when the query is made. Kafka alone would look for the end only when the partitions are
 * assigned, and again after a crash before the first commit; rows written in between would be lost.
 */
final class StartOffsets {
  private static final Logger LOG = LoggerFactory.getLogger(StartOffsets.class);

  private StartOffsets() {}

  /** Topics of the streams that a plan reads; tables are read from their beginning. */
  static Set<String> streamTopics(Step step) {
    Set<String> topics = new TreeSet<>();
    if (step instanceof ScanStep scan && scan.kind() == Source.Kind.STREAM) {
      topics.add(scan.topic());
    }
    step.inputs().forEach(input -> topics.addAll(streamTopics(input)));
    return topics;
  }

  /**
   * Commits the ends of those partitions for which a group has committed nothing. Where that cannot
   * be done, a topic that is missing for example or another node that runs the query already, the
   * query begins as Kafka has it.
   *
   * @return how many records lie before them
   */
  static long commit(Admin admin, String group, Set<String> topics) throws InterruptedException {
    if (topics.isEmpty()) {
      return 0;
    }
    try {
      Set<TopicPartition> open = partitions(admin, topics);
      open.removeAll(
          admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().keySet());
      if (open.isEmpty()) {
        return 0;
      }
      Map<TopicPartition, Long> ends = offsets(admin, open, OffsetSpec.latest());
      Map<TopicPartition, OffsetAndMetadata> starts = new HashMap<>();
      ends.forEach((partition, end) -> starts.put(partition, new OffsetAndMetadata(end)));
      admin.alterConsumerGroupOffsets(group, starts).all().get();
      return between(offsets(admin, open, OffsetSpec.earliest()), ends);
    } catch (ExecutionException e) {
      LOG.info("The start of {} was not fixed: {}", group, e.getCause().getMessage());
      return 0;
    }
  }

  /** How many records topics hold; 0 if they cannot be asked. */
  static long records(Admin admin, Set<String> topics) throws InterruptedException {
    if (topics.isEmpty()) {
      return 0;
    }
    try {
      Set<TopicPartition> all = partitions(admin, topics);
      return between(
          offsets(admin, all, OffsetSpec.earliest()), offsets(admin, all, OffsetSpec.latest()));
    } catch (ExecutionException e) {
      LOG.info("The records of {} were not counted: {}", topics, e.getCause().getMessage());
      return 0;
    }
  }

  private static long between(Map<TopicPartition, Long> starts, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .mapToLong(end -> Math.max(0, end.getValue() - starts.get(end.getKey())))
        .sum();
  }

  private static Map<TopicPartition, Long> offsets(
      Admin admin, Set<TopicPartition> partitions, OffsetSpec which)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    partitions.forEach(partition -> wanted.put(partition, which));
    Map<TopicPartition, Long> offsets = new HashMap<>();
    admin
        .listOffsets(wanted)
        .all()
        .get()
        .forEach((partition, found) -> offsets.put(partition, found.offset()));
    return offsets;
  }

  private static Set<TopicPartition> partitions(Admin admin, Set<String> topics)
      throws ExecutionException, InterruptedException {
    Set<TopicPartition> partitions = new HashSet<>();
    for (TopicDescription topic : admin.describeTopics(topics).allTopicNames().get().values()) {
      topic
          .partitions()
          .forEach(
              partition -> partitions.add(new TopicPartition(topic.name(), partition.partition())));
    }
    return partitions;
  }
}
