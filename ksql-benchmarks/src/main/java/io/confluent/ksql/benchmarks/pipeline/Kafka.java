package io.confluent.ksql.benchmarks.pipeline;

import io.confluent.ksql.benchmarks.data.Rows;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The topics of a benchmark, each of one partition, and how far groups are in them. */
public final class Kafka implements AutoCloseable {
  private final String brokers;
  private final Admin admin;
  private final AtomicInteger names = new AtomicInteger();

  /** The topics of a cluster. */
  public Kafka(String brokers) {
    this.brokers = brokers;
    admin = Admin.create(Map.of("bootstrap.servers", brokers));
  }

  /** A name that no topic has had. */
  public String unused(String prefix) {
    return prefix + "-" + names.getAndIncrement();
  }

  /** Makes an empty topic. */
  public void create(String topic) {
    // What is deleted leaves the disk before the next topic needs the room.
    NewTopic wanted =
        new NewTopic(topic, 1, (short) 1)
            .configs(Map.of(TopicConfig.FILE_DELETE_DELAY_MS_CONFIG, "1000"));
    get(admin.createTopics(List.of(wanted)).all());
  }

  /** Makes a topic and fills it. */
  public void fill(String topic, Rows rows, long count) {
    create(topic);
    append(topic, rows, 0, count);
  }

  /** Adds the rows from a number to below another to a topic. */
  void append(String topic, Rows rows, long from, long to) {
    ByteArraySerializer bytes = new ByteArraySerializer();
    Map<String, Object> properties = new HashMap<>();
    properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
    properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 262_144);
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 20);
    try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(properties, bytes, bytes)) {
      for (long i = from; i < to; i++) {
        producer.send(new ProducerRecord<>(topic, 0, rows.time(i), rows.key(i), rows.value(i)));
      }
    }
  }

  /** Removes topics. */
  public void delete(Collection<String> topics) {
    get(admin.deleteTopics(topics).all());
  }

  /** How many records are in a topic; 0 if it does not exist. */
  public long size(String topic) {
    TopicPartition partition = new TopicPartition(topic, 0);
    try {
      return admin
          .listOffsets(Map.of(partition, OffsetSpec.latest()))
          .partitionResult(partition)
          .get()
          .offset();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return 0;
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** How many records of some topics a group has read, by what it has committed. */
  public long committed(String group, Collection<String> topics) {
    Map<TopicPartition, OffsetAndMetadata> offsets =
        get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    return topics.stream()
        .map(topic -> Optional.ofNullable(offsets.get(new TopicPartition(topic, 0))))
        .flatMap(Optional::stream)
        .mapToLong(OffsetAndMetadata::offset)
        .sum();
  }

  private static <T> T get(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException(e);
  }

  @Override
  public void close() {
    admin.close();
  }
}
