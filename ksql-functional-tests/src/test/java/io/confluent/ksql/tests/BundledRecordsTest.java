package io.confluent.ksql.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.confluent.ksql.engine.log.ProcessingError;
import io.confluent.ksql.engine.log.RecordPlace;
import io.confluent.ksql.planner.catalog.PersistentQuery;
import io.confluent.ksql.setting.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Records that come so fast that they go through Kafka Streams in bundles. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class BundledRecordsTest extends BrokerFixture {
  private static final String QUERY = "CSAS_OUT_1";

  private PersistentQuery query() {
    return query(QUERY, scan(input), PersistentQuery.State.RUNNING);
  }

  /** Fills one partition with the numbers up to a count, each its own time and header. */
  private void fill(int count, Map<Integer, String> others) {
    for (int i = 0; i < count; i++) {
      String value = others.getOrDefault(i, "{\"V\":" + i + "}");
      RecordHeader header = new RecordHeader("number", Integer.toString(i).getBytes());
      producer.send(
          new ProducerRecord<>(input, 0, 1_000_000L + i, "k" + i, value, List.of(header)));
    }
    producer.flush();
  }

  /** What was written by now. */
  private static List<ConsumerRecord<String, String>> read(String topic) {
    Map<String, Object> config =
        Map.of("bootstrap.servers", broker.bootstrapServers(), "auto.offset.reset", "earliest");
    List<ConsumerRecord<String, String>> read = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> all =
          List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1));
      consumer.assign(all);
      long end = consumer.endOffsets(all).values().stream().mapToLong(Long::longValue).sum();
      while (read.size() < end) {
        consumer.poll(Duration.ofMillis(100)).forEach(read::add);
      }
    }
    return read;
  }

  private void awaitRowsIn(long count) {
    await()
        .atMost(LONG)
        .untilAsserted(
            () ->
                assertThat(runner.status(QUERY).orElseThrow().rowsIn())
                    .isGreaterThanOrEqualTo(count));
  }

  private static List<String> values(IntStream numbers) {
    return numbers.mapToObj(i -> "{\"V\":" + i + "}").toList();
  }

  @Test
  void keepsTimesHeadersAndPlacesOfRecords() {
    fill(1000, Map.of(77, "oops", 500, "[]"));

    runner.start(query());
    awaitRowsIn(1000);
    await().atMost(LONG).until(() -> read(output).size() == 998);

    assertThat(read(output))
        .allSatisfy(
            row -> {
              String number = row.key().substring(1);
              assertThat(row.value()).isEqualTo("{\"V\":" + number + "}");
              assertThat(row.timestamp()).isEqualTo(1_000_000L + Integer.parseInt(number));
              assertThat(row.headers().lastHeader("number").value()).asString().isEqualTo(number);
            });
    assertThat(log.errors())
        .extracting(ProcessingError::place)
        .extracting(place -> place.orElseThrow())
        .containsExactly(new RecordPlace(input, 0, 77), new RecordPlace(input, 0, 500));
  }

  @Test
  void writesEachRowOnceAlthoughTheQueryIsStoppedInTheMidst() {
    int count = 150_000;
    fill(count, Map.of());
    runner.start(query());
    for (int stop = 1; stop <= 5; stop++) {
      awaitRowsIn(1);
      runner.replace(query());
    }
    await()
        .atMost(LONG)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> read(output).size() >= count);

    List<String> all = read(output).stream().map(ConsumerRecord::value).toList();
    assertThat(all.size()).isEqualTo(count);
    // Sets, since 150,000 values are too many to look each up in a list.
    assertThat(new HashSet<>(all).equals(new HashSet<>(values(IntStream.range(0, count)))))
        .isTrue();
  }

  @Test
  void losesNoRowBeforeOneThatEndsTheQuery() {
    runner.close();
    Map<String, String> failing = new HashMap<>(settings("earliest").given());
    failing.put("ksql.fail.on.deserialization.error", "true");
    runner = newRunner(Settings.of(failing));
    fill(100, Map.of(50, "oops"));

    runner.start(query());
    await().atMost(LONG).until(() -> !log.errors().isEmpty());
    await().atMost(LONG).until(() -> read(output).size() >= 50);
    runner.close();

    List<String> rows = read(output).stream().map(ConsumerRecord::value).distinct().toList();
    assertThat(rows).containsExactlyInAnyOrderElementsOf(values(IntStream.range(0, 50)));
    assertThat(log.errors().get(0).place()).contains(new RecordPlace(input, 0, 50));
  }
}
