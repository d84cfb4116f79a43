package io.confluent.ksql.engine.topics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Where partitions begin and end, and how far groups have read. Fails as Kafka's client does. */
final class KafkaOffsets {
  private final Admin admin;

  KafkaOffsets(Admin admin) {
    this.admin = admin;
  }

  Map<String, List<OffsetRange>> ranges(Collection<TopicDescription> topics) {
    Map<TopicPartition, OffsetSpec> first = new HashMap<>();
    Map<TopicPartition, OffsetSpec> last = new HashMap<>();
    for (TopicDescription topic : topics) {
      topic
          .partitions()
          .forEach(
              partition -> {
                TopicPartition at = new TopicPartition(topic.name(), partition.partition());
                first.put(at, OffsetSpec.earliest());
                last.put(at, OffsetSpec.latest());
              });
    }
    Map<String, List<OffsetRange>> ranges = new TreeMap<>();
    if (first.isEmpty()) {
      return ranges;
    }
    Map<TopicPartition, ListOffsetsResultInfo> starts =
        KafkaCalls.get(admin.listOffsets(first).all());
    Map<TopicPartition, ListOffsetsResultInfo> ends = KafkaCalls.get(admin.listOffsets(last).all());
    for (TopicDescription topic : topics) {
      List<OffsetRange> partitions = new ArrayList<>();
      topic
          .partitions()
          .forEach(
              partition -> {
                TopicPartition at = new TopicPartition(topic.name(), partition.partition());
                partitions.add(
                    new OffsetRange(
                        partition.partition(), starts.get(at).offset(), ends.get(at).offset()));
              });
      ranges.put(topic.name(), partitions);
    }
    return ranges;
  }

  Map<String, Map<Integer, Long>> committed(String group) {
    Map<TopicPartition, OffsetAndMetadata> found;
    try {
      found = KafkaCalls.get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    } catch (GroupIdNotFoundException e) {
      return Map.of();
    }
    Map<String, Map<Integer, Long>> committed = new TreeMap<>();
    found.forEach(
        (at, offset) -> {
          if (offset != null) {
            committed
                .computeIfAbsent(at.topic(), topic -> new TreeMap<>())
                .put(at.partition(), offset.offset());
          }
        });
    return committed;
  }
}
