package io.confluent.ksql.engine.query;

import io.confluent.ksql.engine.topics.KafkaCalls;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes the records of a topic before a query begins to write to it. The topic itself stays, so
 * that offsets go on and who reads it need not notice.
 */
final class TopicEmptying {
  private static final Logger LOG = LoggerFactory.getLogger(TopicEmptying.class);

  private final Admin admin;

  TopicEmptying(Admin admin) {
    this.admin = admin;
  }

  /**
   * Empties a topic.
   *
   * @param group consumer group of the query; if another node has joined it already, what is in the
   *     topic may be the query's own and stays
   */
  void empty(String topic, String group) {
    try {
      // In this order: who is not in the group now has written nothing up to these ends.
      Map<TopicPartition, RecordsToDelete> all = untilEnd(topic);
      if (hasMembers(group)) {
        LOG.info("Topic {} was not emptied: another node runs its query already", topic);
        return;
      }
      KafkaCalls.get(admin.deleteRecords(all).all());
    } catch (KafkaException e) {
      throw KafkaCalls.failure("The topic " + topic + " could not be emptied", e);
    }
  }

  private Map<TopicPartition, RecordsToDelete> untilEnd(String topic) {
    TopicDescription description =
        KafkaCalls.get(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic);
    Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
    description
        .partitions()
        .forEach(
            partition ->
                partitions.put(
                    new TopicPartition(topic, partition.partition()), OffsetSpec.latest()));
    Map<TopicPartition, RecordsToDelete> ends = new HashMap<>();
    KafkaCalls.get(admin.listOffsets(partitions).all())
        .forEach((at, end) -> ends.put(at, RecordsToDelete.beforeOffset(end.offset())));
    return ends;
  }

  private boolean hasMembers(String group) {
    try {
      ConsumerGroupDescription found =
          KafkaCalls.get(admin.describeConsumerGroups(List.of(group)).all()).get(group);
      return !found.members().isEmpty();
    } catch (GroupIdNotFoundException e) {
      return false;
    }
  }
}
