package io.confluent.ksql.engine.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads the command topic from its beginning and counts: Kafka's own offsets have gaps where
 * transactions end. For one thread at a time.
 */
final class CommandTopicReader implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration UNHURRIED = Duration.ofMinutes(1);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final TopicPartition partition;
  private long next;

  CommandTopicReader(Map<String, Object> clients, String topic) {
    Map<String, Object> properties = new HashMap<>(clients);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    partition = new TopicPartition(topic, 0);
    consumer.assign(List.of(partition));
    consumer.seekToBeginning(List.of(partition));
  }

  /** How many commands have been read. */
  long next() {
    return next;
  }

  /** What stands at {@code from} and behind; waits if that is nothing. */
  List<LoggedCommand> read(long from, Duration wait) {
    if (from < next) {
      rewind();
    }
    return poll(wait).stream().filter(command -> command.offset() >= from).toList();
  }

  /** Everything, from the first command on. */
  List<LoggedCommand> readAll() {
    rewind();
    return readToEnd();
  }

  /** What was not read yet, up to the end as it is now. */
  List<LoggedCommand> readToEnd() {
    return readToEnd(UNHURRIED);
  }

  /**
   * What was not read yet, up to the end as it is now.
   *
   * @throws TimeoutException if that takes longer
   */
  List<LoggedCommand> readToEnd(Duration wait) {
    long deadline = System.nanoTime() + wait.toNanos();
    long end = consumer.endOffsets(List.of(partition), wait).get(partition);
    List<LoggedCommand> commands = new ArrayList<>();
    while (consumer.position(partition, wait) < end) {
      if (System.nanoTime() > deadline) {
        throw new TimeoutException("The command topic was not read to its end in time.");
      }
      commands.addAll(poll(POLL));
    }
    return commands;
  }

  private void rewind() {
    consumer.seekToBeginning(List.of(partition));
    next = 0;
  }

  private List<LoggedCommand> poll(Duration wait) {
    List<LoggedCommand> commands = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(wait)) {
      commands.add(CommandRecord.read(next, record.value()));
      next++;
    }
    return commands;
  }

  /** At once: it is in no group, and the answer to its last fetch may take half a second. */
  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(Duration.ZERO));
  }
}
