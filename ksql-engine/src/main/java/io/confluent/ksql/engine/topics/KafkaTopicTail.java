package io.confluent.ksql.engine.topics;

import io.confluent.ksql.diagnostic.DiagnosticException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic with a consumer that belongs to no group. */
public final class KafkaTopicTail implements TopicTail {
  private final KafkaConsumer<byte[], byte[]> consumer;

  private KafkaTopicTail(KafkaConsumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  /** Opens tails on the cluster that these properties of consumers name. */
  public static Opener on(Map<String, Object> clients) {
    Map<String, Object> properties = new HashMap<>(clients);
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    return (topic, start) -> open(properties, topic, start);
  }

  private static TopicTail open(Map<String, Object> properties, String topic, Start start) {
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    try {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      switch (start.kind()) {
        case BEGINNING -> consumer.seekToBeginning(partitions);
        case END -> {
          consumer.seekToEnd(partitions);
          // The end as it is now, not as it will be at the first poll.
          partitions.forEach(consumer::position);
        }
        case OFFSETS -> seek(consumer, partitions, start.offsets());
      }
      return new KafkaTopicTail(consumer);
    } catch (KafkaException e) {
      consumer.close();
      throw KafkaCalls.failure("The topic " + topic + " cannot be read", e);
    } catch (DiagnosticException e) {
      consumer.close();
      throw e;
    }
  }

  private static void seek(
      KafkaConsumer<byte[], byte[]> consumer,
      List<TopicPartition> partitions,
      Map<Integer, Long> offsets) {
    Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> last = consumer.endOffsets(partitions);
    for (TopicPartition partition : partitions) {
      long offset = offsets.getOrDefault(partition.partition(), first.get(partition));
      if (offset < first.get(partition) || offset > last.get(partition)) {
        throw TopicErrors.noSuchOffset(partition.topic(), partition.partition(), offset);
      }
      consumer.seek(partition, offset);
    }
  }

  @Override
  public Map<Integer, Long> positions() {
    Map<Integer, Long> positions = new HashMap<>();
    for (TopicPartition partition : consumer.assignment()) {
      positions.put(partition.partition(), consumer.position(partition));
    }
    return positions;
  }

  @Override
  public List<IncomingRecord> poll(Duration wait) {
    List<IncomingRecord> records = new ArrayList<>();
    try {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(wait)) {
        records.add(
            new IncomingRecord(
                record.partition(), record.timestamp(), record.key(), record.value()));
      }
    } catch (InterruptException e) {
      Thread.currentThread().interrupt();
    } catch (KafkaException e) {
      throw KafkaCalls.failure("The topic cannot be read any more", e);
    }
    return records;
  }

  /** A consumer does not close cleanly on a thread that was told to stop. */
  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    try {
      consumer.close();
    } catch (InterruptException e) {
      interrupted = true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
