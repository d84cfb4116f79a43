package io.confluent.ksql.benchmarks.program;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The least that any program does that reads a topic and writes another: bytes from a consumer to a
 * producer, the place in the topic kept every two seconds.
 */
final class CopyLoop {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final long COMMIT_NANOS = Duration.ofSeconds(2).toNanos();

  private final Map<String, Object> consumer = new HashMap<>();
  private final Properties producer = new Properties();
  private final Topics topics;

  /**
   * With Kafka's defaults, but for batches of 256 KB, without which it would cost twice as much.
   */
  static CopyLoop plain(String brokers, String group, Topics topics) {
    return new CopyLoop(
        brokers, group, topics, Map.of(ProducerConfig.BATCH_SIZE_CONFIG, 262_144), Map.of());
  }

  /** With the settings that a server's queries have. */
  static CopyLoop tuned(String brokers, String group, Topics topics, Profile profile) {
    return new CopyLoop(brokers, group, topics, profile.producer(), profile.consumer());
  }

  private CopyLoop(
      String brokers,
      String group,
      Topics topics,
      Map<String, ?> producing,
      Map<String, ?> consuming) {
    this.topics = topics;
    consumer.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
    consumer.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    consumer.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    consumer.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    consumer.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1000);
    consumer.putAll(consuming);
    producer.put("bootstrap.servers", brokers);
    producer.putAll(producing);
  }

  /** Copies until the process ends. */
  void run() {
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    ByteArraySerializer same = new ByteArraySerializer();
    try (KafkaConsumer<byte[], byte[]> from = new KafkaConsumer<>(consumer, bytes, bytes);
        KafkaProducer<byte[], byte[]> to = new KafkaProducer<>(producer, same, same)) {
      from.subscribe(topics.inputs());
      long committed = System.nanoTime();
      boolean dirty = false;
      while (true) {
        for (ConsumerRecord<byte[], byte[]> row : from.poll(POLL)) {
          to.send(
              new ProducerRecord<>(topics.output(), null, row.timestamp(), row.key(), row.value()));
          dirty = true;
        }
        if (dirty && System.nanoTime() - committed > COMMIT_NANOS) {
          to.flush();
          from.commitSync();
          committed = System.nanoTime();
          dirty = false;
        }
      }
    }
  }
}
