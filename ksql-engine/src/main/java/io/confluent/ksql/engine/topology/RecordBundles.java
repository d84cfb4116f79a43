package io.confluent.ksql.engine.topology;

import io.confluent.ksql.planner.physical.PhysicalPlan;
import io.confluent.ksql.planner.physical.ScanStep;
import io.confluent.ksql.planner.physical.SinkStep;
import io.confluent.ksql.planner.physical.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;

/**
 * Makes bundles of the records that a consumer hands to Kafka Streams, so that what it does for
 * each of them before the first processor is done once for many.
 *
 * <p>A bundle has the first offset of its records: Kafka Streams commits the offset of the first
 * record that it has not processed yet, so a bundle is read again as a whole or not at all. It has
 * their latest time, which becomes the time of the task.
 */
public final class RecordBundles {
  /** So few that slow functions do not keep a consumer from its group. */
  static final int MOST_RECORDS = 32;

  private RecordBundles() {}

  /**
   * The topics whose records may be bundled under a plan. Bundles need a task that reads nothing
   * else, for Kafka Streams goes by times to choose what is next; and no step may ask for the time
   * of the task in the midst of one.
   */
  public static Set<String> topics(PhysicalPlan plan) {
    List<ScanStep> scans = new ArrayList<>();
    addScans(plan.root(), scans);
    boolean goesByTime =
        scans.stream().anyMatch(scan -> scan.timestamp().isPresent())
            || plan.root() instanceof SinkStep sink && sink.timestamp().isPresent();
    return scans.size() == 1 && !goesByTime ? Set.of(scans.get(0).topic()) : Set.of();
  }

  private static void addScans(Step step, List<ScanStep> scans) {
    if (step instanceof ScanStep scan) {
      scans.add(scan);
    }
    step.inputs().forEach(input -> addScans(input, scans));
  }

  /**
   * In how many bundles so many records may come.
   *
   * @param records such as {@code buffered.records.per.partition}, where -1 is no limit
   */
  public static int count(int records) {
    return records < 0 ? records : (records + MOST_RECORDS - 1) / MOST_RECORDS;
  }

  /** The same records; those of these topics in bundles. */
  public static ConsumerRecords<byte[], byte[]> bundle(
      ConsumerRecords<byte[], byte[]> records, Set<String> topics) {
    if (records.isEmpty() || topics.isEmpty()) {
      return records;
    }
    Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> bundled = new HashMap<>();
    for (TopicPartition partition : records.partitions()) {
      List<ConsumerRecord<byte[], byte[]>> plain = records.records(partition);
      bundled.put(partition, topics.contains(partition.topic()) ? bundle(plain) : plain);
    }
    return new ConsumerRecords<>(bundled, records.nextOffsets());
  }

  private static List<ConsumerRecord<byte[], byte[]>> bundle(
      List<ConsumerRecord<byte[], byte[]>> records) {
    List<ConsumerRecord<byte[], byte[]>> bundles =
        new ArrayList<>(records.size() / MOST_RECORDS + 1);
    for (int first = 0; first < records.size(); first += MOST_RECORDS) {
      int end = Math.min(first + MOST_RECORDS, records.size());
      addBundle(records.subList(first, end), bundles);
    }
    return bundles;
  }

  private static void addBundle(
      List<ConsumerRecord<byte[], byte[]>> records, List<ConsumerRecord<byte[], byte[]>> bundles) {
    long latest = Long.MIN_VALUE;
    boolean timeless = false;
    int keys = 0;
    int values = 0;
    for (ConsumerRecord<byte[], byte[]> record : records) {
      latest = Math.max(latest, record.timestamp());
      timeless |= record.timestamp() < 0;
      keys += Math.max(0, record.serializedKeySize());
      values += Math.max(0, record.serializedValueSize());
    }
    if (records.size() == 1 || timeless) {
      // Kafka Streams has its own way with records that have no time.
      bundles.addAll(records);
      return;
    }
    ConsumerRecord<byte[], byte[]> first = records.get(0);
    bundles.add(
        new ConsumerRecord<>(
            first.topic(),
            first.partition(),
            first.offset(),
            latest,
            TimestampType.CREATE_TIME,
            keys,
            values,
            null,
            null,
            new RecordBundle.Carrier(records),
            first.leaderEpoch(),
            Optional.empty()));
  }
}
