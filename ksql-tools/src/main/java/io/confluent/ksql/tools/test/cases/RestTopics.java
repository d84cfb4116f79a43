package io.confluent.ksql.tools.test.cases;

import io.confluent.ksql.planner.catalog.Catalog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The topics of a case on the broker. */
final class RestTopics {
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(200);

  private final RestLane lane;
  private final Catalog catalog;

  RestTopics(RestLane lane, Catalog catalog) {
    this.lane = lane;
    this.catalog = catalog;
  }

  TopicCodecs codecs(String topic) {
    return TopicCodecs.of(topic, catalog, lane.registry(), PlainCodecs.Json.Numbers.EXACT);
  }

  /** Compares the first records of topics with those expected; headers do not count. */
  void check(TestCase test) {
    Map<String, List<TestCase.Message>> expected = new LinkedHashMap<>();
    test.outputs()
        .forEach(
            message ->
                expected.computeIfAbsent(message.topic(), t -> new ArrayList<>()).add(message));
    TopicRecords records = new TopicRecords();
    expected.forEach(
        (topic, messages) ->
            read(topic, messages.size()).forEach(record -> records.add(topic, record)));
    new OutputCheck(test, records, this::codecs).check();
  }

  private List<StoredRecord> read(String topic, int count) {
    Map<String, Object> properties =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            lane.bootstrapServers(),
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed");
    List<StoredRecord> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long deadline = System.nanoTime() + LONGEST.toNanos();
      while (records.size() < count && System.nanoTime() < deadline) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          records.add(
              new StoredRecord(
                  record.key(), record.value(), record.timestamp(), new RecordHeaders()));
        }
      }
    }
    return records.size() > count ? records.subList(0, count) : records;
  }
}
