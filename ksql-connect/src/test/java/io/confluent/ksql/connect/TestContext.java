package io.confluent.ksql.connect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;

/** What a worker gives a task, and what the task asked of it. */
public final class TestContext implements SinkTaskContext {
  private final Optional<List<String>> deadLetters;
  private final List<Long> timeouts = new ArrayList<>();

  private TestContext(Optional<List<String>> deadLetters) {
    this.deadLetters = deadLetters;
  }

  /** Of a connector that has dead letters. */
  public static TestContext withDeadLetters() {
    return new TestContext(Optional.of(new ArrayList<>()));
  }

  /** Of one that has none. */
  public static TestContext withoutDeadLetters() {
    return new TestContext(Optional.empty());
  }

  /** A record of topic t, partition 0. */
  public static SinkRecord record(long offset, Object key, Object value) {
    return record("t", offset, key, null, value);
  }

  /** A record of partition 0. */
  public static SinkRecord record(
      String topic, long offset, Object key, Schema schema, Object value) {
    return new SinkRecord(
        topic, 0, null, key, schema, value, offset, 1_000L, TimestampType.CREATE_TIME);
  }

  /** Why records were put aside. */
  public List<String> deadLetters() {
    return deadLetters.orElseThrow();
  }

  /** The pauses that were asked for. */
  public List<Long> timeouts() {
    return timeouts;
  }

  @Override
  public ErrantRecordReporter errantRecordReporter() {
    return deadLetters
        .<ErrantRecordReporter>map(
            letters ->
                (record, error) -> {
                  letters.add(error.getMessage());
                  return CompletableFuture.completedFuture(null);
                })
        .orElse(null);
  }

  @Override
  public Map<String, String> configs() {
    return Map.of();
  }

  @Override
  public void offset(Map<TopicPartition, Long> offsets) {}

  @Override
  public void offset(TopicPartition partition, long offset) {}

  @Override
  public void timeout(long millis) {
    timeouts.add(millis);
  }

  @Override
  public Set<TopicPartition> assignment() {
    return Set.of();
  }

  @Override
  public void pause(TopicPartition... partitions) {}

  @Override
  public void resume(TopicPartition... partitions) {}

  @Override
  public void requestCommit() {}

  @Override
  public PluginMetrics pluginMetrics() {
    throw new UnsupportedOperationException();
  }
}
