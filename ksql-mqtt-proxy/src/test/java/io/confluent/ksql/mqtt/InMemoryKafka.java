package io.confluent.ksql.mqtt;

import io.confluent.ksql.mqtt.kafka.RecordFeed;
import io.confluent.ksql.mqtt.kafka.RecordSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;

/** Topics in memory: what is stored is read by who watches its topic. */
final class InMemoryKafka implements RecordSink, RecordFeed {
  private final List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
  private final List<Runnable> held = new ArrayList<>();
  private final ConcurrentLinkedQueue<Runnable> waiting = new ConcurrentLinkedQueue<>();
  private final Map<String, Integer> watches = new ConcurrentHashMap<>();
  private Consumer<ConsumerRecord<byte[], byte[]>> reader = record -> {};
  private boolean holds;
  private boolean full;
  private Optional<Exception> failure = Optional.empty();

  RecordFeed feed(Consumer<ConsumerRecord<byte[], byte[]>> newReader) {
    reader = newReader;
    return this;
  }

  /** From now on nothing is acknowledged until it is released. */
  synchronized void hold() {
    holds = true;
  }

  /** Acknowledges a record that is held, by the order in which they came. */
  void release(int index) {
    Runnable task;
    synchronized (this) {
      task = held.get(index);
    }
    task.run();
  }

  synchronized int held() {
    return held.size();
  }

  synchronized void fail(Exception reason) {
    failure = Optional.of(reason);
  }

  synchronized void works() {
    failure = Optional.empty();
  }

  void fill(boolean isFull) {
    synchronized (this) {
      full = isFull;
    }
    if (!isFull) {
      for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
        task.run();
      }
    }
  }

  synchronized List<ProducerRecord<byte[], byte[]>> records() {
    return List.copyOf(records);
  }

  /** Forgets what is stored. */
  synchronized void forget() {
    records.clear();
  }

  @Override
  public void send(ProducerRecord<byte[], byte[]> record, Outcome outcome) {
    Runnable task;
    synchronized (this) {
      Optional<Exception> reason = failure;
      task =
          () -> {
            if (reason.isEmpty()) {
              store(record);
            }
            outcome.known(reason);
          };
      if (holds) {
        held.add(task);
        return;
      }
    }
    task.run();
  }

  private void store(ProducerRecord<byte[], byte[]> record) {
    synchronized (this) {
      records.add(record);
    }
    write(record);
  }

  /** As if another program had written it. */
  void write(ProducerRecord<byte[], byte[]> record) {
    if (watches.containsKey(record.topic())) {
      reader.accept(
          new ConsumerRecord<>(
              record.topic(),
              0,
              0,
              record.timestamp() == null ? System.currentTimeMillis() : record.timestamp(),
              TimestampType.CREATE_TIME,
              ConsumerRecord.NULL_SIZE,
              ConsumerRecord.NULL_SIZE,
              record.key(),
              record.value(),
              record.headers(),
              Optional.empty()));
    }
  }

  @Override
  public synchronized boolean isFull() {
    return full;
  }

  @Override
  public void whenRoom(Runnable task) {
    waiting.add(task);
    if (!isFull()) {
      fill(false);
    }
  }

  @Override
  public CompletableFuture<Void> watch(String kafkaTopic) {
    watches.merge(kafkaTopic, 1, Integer::sum);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void unwatch(String kafkaTopic) {
    watches.computeIfPresent(kafkaTopic, (topic, count) -> count == 1 ? null : count - 1);
  }

  boolean isWatched() {
    return !watches.isEmpty();
  }

  @Override
  public void close() {}
}
