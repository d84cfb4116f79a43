package io.confluent.ksql.tools.test.cases;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Waits until queries have processed what was written to the topics that they read. */
final class Consumption {
  private static final Duration LONGEST = Duration.ofSeconds(45);
  private static final long PAUSE_MS = 100;

  private final Admin admin;
  private final List<String> groups;

  /**
   * @param groups the consumer groups of the queries
   */
  Consumption(Admin admin, List<String> groups) {
    this.admin = admin;
    this.groups = groups;
  }

  /** Waits; gives up after a while, since a case may want to see what is missing then. */
  void await() {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    while (!isDone() && System.nanoTime() < deadline) {
      RestLane.get(
          () -> {
            Thread.sleep(PAUSE_MS);
            return null;
          });
    }
  }

  /** Ends are asked for after what was committed: what a query commits it has written before. */
  private boolean isDone() {
    Map<TopicPartition, Long> committed = new HashMap<>();
    List<TopicPartition> read = new ArrayList<>();
    for (String group : groups) {
      List<TopicPartition> assigned = RestLane.get(() -> assigned(group));
      if (assigned.isEmpty()) {
        return false;
      }
      Map<TopicPartition, OffsetAndMetadata> offsets =
          RestLane.get(
              () -> admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get());
      for (TopicPartition partition : assigned) {
        long offset = offsets.get(partition) == null ? 0 : offsets.get(partition).offset();
        committed.merge(partition, offset, Math::min);
      }
      read.addAll(assigned);
    }
    Map<TopicPartition, Long> ends = RestLane.get(() -> ends(read));
    return read.stream().allMatch(at -> committed.get(at) >= ends.get(at));
  }

  private List<TopicPartition> assigned(String group)
      throws ExecutionException, InterruptedException {
    ConsumerGroupDescription description;
    try {
      description = admin.describeConsumerGroups(List.of(group)).all().get().get(group);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return List.of();
      }
      throw e;
    }
    return description.groupState() == GroupState.STABLE
        ? description.members().stream()
            .flatMap(member -> member.assignment().topicPartitions().stream())
            .toList()
        : List.of();
  }

  private Map<TopicPartition, Long> ends(List<TopicPartition> partitions)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    partitions.forEach(partition -> asked.put(partition, OffsetSpec.latest()));
    Map<TopicPartition, Long> ends = new HashMap<>();
    for (Map.Entry<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> end :
        admin.listOffsets(asked).all().get().entrySet()) {
      ends.put(end.getKey(), end.getValue().offset());
    }
    return ends;
  }
}
