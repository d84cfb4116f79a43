package io.confluent.ksql.engine.query;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.TaskMetadata;
import org.apache.kafka.streams.ThreadMetadata;

/**
 * Where topics ended when a query started. A query has come there when it has committed as far: it
 * commits what it has processed, and counts markers of transactions, which are no records.
 */
final class EndOfTopics {
  private final Map<TopicPartition, Long> ends;

  private EndOfTopics(Map<TopicPartition, Long> ends) {
    this.ends = Map.copyOf(ends);
  }

  /** The ends of topics as they are now; partitions without records have none. */
  static EndOfTopics now(Admin admin, Collection<String> topics)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> first = new HashMap<>();
    Map<TopicPartition, OffsetSpec> last = new HashMap<>();
    for (TopicDescription topic :
        admin.describeTopics(List.copyOf(topics)).allTopicNames().get().values()) {
      topic
          .partitions()
          .forEach(
              partition -> {
                TopicPartition at = new TopicPartition(topic.name(), partition.partition());
                first.put(at, OffsetSpec.earliest());
                last.put(at, OffsetSpec.latest());
              });
    }
    Map<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> starts =
        admin.listOffsets(first).all().get();
    Map<TopicPartition, Long> ends = new HashMap<>();
    admin
        .listOffsets(last)
        .all()
        .get()
        .forEach(
            (partition, end) -> {
              if (end.offset() > starts.get(partition).offset()) {
                ends.put(partition, end.offset());
              }
            });
    return new EndOfTopics(ends);
  }

  /** Whether there is nothing to read. */
  boolean isEmpty() {
    return ends.isEmpty();
  }

  /** Whether a run has come to the end of every partition. */
  boolean isReachedBy(KafkaStreams streams) {
    Map<TopicPartition, Long> committed = new HashMap<>();
    for (ThreadMetadata thread : streams.metadataForLocalThreads()) {
      for (TaskMetadata task : thread.activeTasks()) {
        committed.putAll(task.committedOffsets());
      }
    }
    return ends.entrySet().stream()
        .allMatch(end -> committed.getOrDefault(end.getKey(), -1L) >= end.getValue());
  }
}
