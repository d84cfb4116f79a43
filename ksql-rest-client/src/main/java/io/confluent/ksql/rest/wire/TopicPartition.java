package io.confluent.ksql.rest.wire;

/**
 * A partition of a topic.
 *
 * @param topic the topic
 * @param partition number of the partition
 */
public record TopicPartition(String topic, int partition) {}
