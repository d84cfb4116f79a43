package io.confluent.ksql.mqtt.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the topics that are watched from their ends, on a thread of its own, without a group. */
public final class KafkaFeed implements RecordFeed {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaFeed.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration CALL = Duration.ofSeconds(5);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Consumer<ConsumerRecord<byte[], byte[]>> reader;
  private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
  private final Thread thread;
  private volatile boolean closed;

  /** How many watches each topic has; for the thread. */
  private final Map<String, Integer> watches = new HashMap<>();

  /**
   * @param reader is given each record, on the thread of this feed
   */
  public KafkaFeed(
      Map<String, Object> clientConfig, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    this.reader = reader;
    this.consumer =
        new KafkaConsumer<>(
            config(clientConfig), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    this.thread = new Thread(this::run, "mqtt-feed");
    thread.setDaemon(true);
    thread.start();
  }

  private static Map<String, Object> config(Map<String, Object> given) {
    Map<String, Object> config = new HashMap<>();
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, "ksql-mqtt-feed");
    config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, "4194304");
    config.putAll(given);
    config.remove(ConsumerConfig.GROUP_ID_CONFIG);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    return config;
  }

  @Override
  public CompletableFuture<Void> watch(String kafkaTopic) {
    CompletableFuture<Void> begun = new CompletableFuture<>();
    submit(
        () -> {
          Optional<KafkaException> failure = Optional.empty();
          try {
            begin(kafkaTopic);
          } catch (WakeupException e) {
            throw e;
          } catch (KafkaException e) {
            failure = Optional.of(e);
          }
          // Also if it failed: its unwatch comes, and must not end that of another.
          watches.merge(kafkaTopic, 1, Integer::sum);
          failure.ifPresentOrElse(begun::completeExceptionally, () -> begun.complete(null));
        });
    return begun;
  }

  @Override
  public void unwatch(String kafkaTopic) {
    submit(() -> end(kafkaTopic));
  }

  private void submit(Runnable task) {
    tasks.add(task);
    consumer.wakeup();
  }

  private void begin(String topic) {
    if (consumer.assignment().stream().anyMatch(partition -> partition.topic().equals(topic))) {
      return;
    }
    List<PartitionInfo> partitions = consumer.partitionsFor(topic, CALL);
    if (partitions.isEmpty()) {
      throw new KafkaException("There is no topic " + topic + ".");
    }
    Set<TopicPartition> added =
        partitions.stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .collect(Collectors.toSet());
    Map<TopicPartition, Long> ends = consumer.endOffsets(added, CALL);
    Set<TopicPartition> all = new HashSet<>(consumer.assignment());
    all.addAll(added);
    consumer.assign(all);
    ends.forEach(consumer::seek);
  }

  private void end(String topic) {
    Integer left = watches.computeIfPresent(topic, (name, count) -> count == 1 ? null : count - 1);
    if (left == null) {
      Set<TopicPartition> rest = new HashSet<>(consumer.assignment());
      rest.removeIf(partition -> partition.topic().equals(topic));
      consumer.assign(rest);
    }
  }

  private void run() {
    try (consumer) {
      while (!closed) {
        try {
          turn();
        } catch (WakeupException e) {
          // Something is to be done, or nothing more.
        } catch (KafkaException e) {
          LOG.warn("Records for subscribers cannot be read: {}", e.getMessage());
          Thread.sleep(1_000);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void turn() throws InterruptedException {
    List<Runnable> due = new ArrayList<>();
    if (consumer.assignment().isEmpty()) {
      due.add(tasks.take());
    }
    tasks.drainTo(due);
    for (Runnable task : due) {
      runUnwoken(task);
    }
    if (!consumer.assignment().isEmpty()) {
      consumer.poll(POLL).forEach(this::deliver);
    }
  }

  /** A record that cannot be delivered must not end all subscriptions. */
  private void deliver(ConsumerRecord<byte[], byte[]> record) {
    try {
      reader.accept(record);
    } catch (RuntimeException | StackOverflowError e) {
      // A regular expression may go deeper than the stack for a long key.
      LOG.warn(
          "The record at {}-{}, {} cannot be delivered to subscribers",
          record.topic(),
          record.partition(),
          record.offset(),
          e);
    }
  }

  /** A call that came after the wake-up would be broken off by it, though nothing is wrong. */
  private static void runUnwoken(Runnable task) {
    while (true) {
      try {
        task.run();
        return;
      } catch (WakeupException e) {
        // Once more: the call was broken off before it changed anything.
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    submit(() -> {});
    try {
      thread.join(CALL.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
