package io.confluent.ksql.engine.topology;

import static io.confluent.ksql.engine.topology.Plans.JSON;
import static io.confluent.ksql.engine.topology.Plans.V;
import static io.confluent.ksql.engine.topology.Plans.filter;
import static io.confluent.ksql.engine.topology.Plans.greater;
import static io.confluent.ksql.engine.topology.Plans.number;
import static io.confluent.ksql.engine.topology.Plans.sink;
import static io.confluent.ksql.engine.topology.Plans.stream;
import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.catalog.TimestampColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.Test;

class RecordBundlesTest {
  private static final TopicPartition BUNDLED = new TopicPartition("in", 1);
  private static final TopicPartition PLAIN = new TopicPartition("other", 0);
  private static final Deserializer<Object> TEXT =
      (topic, bytes) -> bytes == null ? null : new String(bytes);

  private static List<ConsumerRecord<byte[], byte[]>> records(
      TopicPartition partition, int count, long firstTime) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      records.add(
          new ConsumerRecord<>(
              partition.topic(),
              partition.partition(),
              100 + i,
              firstTime - i,
              TimestampType.CREATE_TIME,
              1,
              2,
              ("k" + i).getBytes(),
              ("v" + i).getBytes(),
              new RecordHeaders(),
              Optional.of(7)));
    }
    return records;
  }

  private static List<ConsumerRecord<byte[], byte[]>> bundled(int count, long firstTime) {
    Map<TopicPartition, OffsetAndMetadata> next =
        Map.of(BUNDLED, new OffsetAndMetadata(100 + count));
    ConsumerRecords<byte[], byte[]> polled =
        new ConsumerRecords<>(Map.of(BUNDLED, records(BUNDLED, count, firstTime)), next);
    ConsumerRecords<byte[], byte[]> bundles = RecordBundles.bundle(polled, Set.of("in"));
    assertThat(bundles.nextOffsets()).isEqualTo(next);
    return bundles.records(BUNDLED);
  }

  private static RecordBundle read(ConsumerRecord<byte[], byte[]> record) {
    return (RecordBundle)
        RecordBundle.valueReader(TEXT, TEXT)
            .deserialize(record.topic(), record.headers(), record.value());
  }

  @Test
  void standsAtTheFirstRecordAndAtTheLatestTime() {
    List<ConsumerRecord<byte[], byte[]>> bundles = bundled(2 * RecordBundles.MOST_RECORDS, 1000);

    assertThat(bundles).hasSize(2);
    assertThat(bundles).extracting(ConsumerRecord::offset).containsExactly(100L, 132L);
    assertThat(bundles).extracting(ConsumerRecord::timestamp).containsExactly(1000L, 968L);
    assertThat(bundles.get(0).leaderEpoch()).contains(7);
    assertThat(bundles.get(0).serializedValueSize()).isEqualTo(64);
    assertThat(read(bundles.get(0)).records())
        .extracting(ConsumerRecord::offset)
        .containsExactlyElementsOf(LongStream.range(100, 132).boxed().toList());
    assertThat(read(bundles.get(1)).records().get(31).offset()).isEqualTo(163);
  }

  @Test
  void leavesARecordAloneThatIsTheOnlyOne() {
    List<ConsumerRecord<byte[], byte[]>> bundles = bundled(RecordBundles.MOST_RECORDS + 1, 1000);

    assertThat(bundles).hasSize(2);
    ConsumerRecord<byte[], byte[]> last = bundles.get(1);
    assertThat(last.offset()).isEqualTo(132);
    assertThat(RecordBundle.keyReader(TEXT).deserialize("in", last.headers(), last.key()))
        .isEqualTo("k32");
    assertThat(RecordBundle.valueReader(TEXT, TEXT).deserialize("in", last.headers(), last.value()))
        .isEqualTo("v32");
  }

  @Test
  void countsWhatAConsumerGivesAtOnceInFull() {
    assertThat(RecordBundles.count(1000)).isEqualTo(bundled(1000, 1000).size()).isEqualTo(32);
    assertThat(RecordBundles.count(1)).isEqualTo(1);
    assertThat(RecordBundles.count(-1)).isEqualTo(-1);
  }

  @Test
  void leavesRecordsWithoutTimeToKafkaStreams() {
    assertThat(bundled(3, 1)).extracting(ConsumerRecord::timestamp).containsExactly(1L, 0L, -1L);
  }

  @Test
  void leavesOtherTopicsAsTheyAre() {
    List<ConsumerRecord<byte[], byte[]>> records = records(PLAIN, 5, 1000);
    ConsumerRecords<byte[], byte[]> polled =
        new ConsumerRecords<>(Map.of(PLAIN, records), Map.of(PLAIN, new OffsetAndMetadata(105)));

    assertThat(RecordBundles.bundle(polled, Set.of("in")).records(PLAIN)).isEqualTo(records);
  }

  @Test
  void takesPlansThatReadOneTopicAndGoByNoColumnsTime() {
    assertThat(RecordBundles.topics(sink(filter(stream(JSON), greater(V, number(1))), JSON)))
        .containsExactly("input");
    assertThat(
            RecordBundles.topics(
                sink(
                    Plans.scan(
                        Source.Kind.STREAM,
                        "KsqlTopic",
                        "input",
                        JSON,
                        List.of(),
                        Optional.of(new TimestampColumn("V", Optional.empty()))),
                    JSON)))
        .isEmpty();
  }
}
