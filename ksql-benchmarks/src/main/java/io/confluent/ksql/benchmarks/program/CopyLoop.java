package io.confluent.ksql.benchmarks.program;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
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

  CopyLoop(String brokers, String group, Topics topics, Profile profile) {
    this.topics = topics;
    consumer.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
    consumer.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    consumer.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    consumer.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    consumer.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1000);
    producer.put("bootstrap.servers", brokers);
    producer.putAll(profile.producer());
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
