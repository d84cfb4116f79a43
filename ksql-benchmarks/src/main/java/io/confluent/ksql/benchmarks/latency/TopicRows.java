package io.confluent.ksql.benchmarks.latency;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Rows of a topic, by the number before the first comma. */
final class TopicRows implements RowSource {
  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaConsumer<byte[], byte[]> consumer;

  TopicRows(String brokers, String topic) {
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    Map<String, Object> properties =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            brokers,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            10_000);
    consumer = new KafkaConsumer<>(properties, bytes, bytes);
    List<TopicPartition> partitions = List.of(new TopicPartition(topic, 0));
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  @Override
  public int[] next() {
    ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
    int[] numbers = new int[records.count()];
    int i = 0;
    for (ConsumerRecord<byte[], byte[]> record : records) {
      numbers[i++] = leadingNumber(record.value(), 0);
    }
    return numbers;
  }

  static int leadingNumber(byte[] text, int from) {
    int number = 0;
    for (int i = from; i < text.length && text[i] >= '0' && text[i] <= '9'; i++) {
      number = number * 10 + text[i] - '0';
    }
    return number;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
