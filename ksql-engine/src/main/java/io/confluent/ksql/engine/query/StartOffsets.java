package io.confluent.ksql.engine.query;

import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.physical.ScanStep;
import io.confluent.ksql.planner.physical.Step;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
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
   */
  static void commit(Admin admin, String group, Set<String> topics) throws InterruptedException {
    if (topics.isEmpty()) {
      return;
    }
    try {
      Map<TopicPartition, OffsetSpec> open = partitions(admin, topics);
      open.keySet()
          .removeAll(
              admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().keySet());
      if (open.isEmpty()) {
        return;
      }
      Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
      for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end :
          admin.listOffsets(open).all().get().entrySet()) {
        ends.put(end.getKey(), new OffsetAndMetadata(end.getValue().offset()));
      }
      admin.alterConsumerGroupOffsets(group, ends).all().get();
    } catch (ExecutionException e) {
      LOG.info("The start of {} was not fixed: {}", group, e.getCause().getMessage());
    }
  }

  private static Map<TopicPartition, OffsetSpec> partitions(Admin admin, Set<String> topics)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
    for (TopicDescription topic : admin.describeTopics(topics).allTopicNames().get().values()) {
      topic
          .partitions()
          .forEach(
              partition ->
                  partitions.put(
                      new TopicPartition(topic.name(), partition.partition()),
                      OffsetSpec.latest()));
    }
    return partitions;
  }
}
