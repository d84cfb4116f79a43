package io.confluent.ksql.benchmarks.latency;

import io.confluent.ksql.benchmarks.data.Rows;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends rows at a rate, each at once, on a thread of its own, and keeps when it sent each. A row
 * that should have gone already counts from when it should have. Rows that warm up come before
 * them, at a rate of their own.
 */
final class SteadyProducer implements AutoCloseable {
  private final String topic;
  private final Rows rows;
  private final Pace warmUp;
  private final Pace pace;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Thread thread = new Thread(this::send, "steady-producer");
  private final AtomicLongArray sent;

  /**
   * So many rows, and how fast.
   *
   * @param count of rows
   * @param perSecond of them
   */
  record Pace(int count, int perSecond) {
    /** When one is due after the first one. */
    long nanos(int number) {
      return number * 1_000_000_000L / perSecond;
    }
  }

  SteadyProducer(String brokers, String topic, Rows rows, Pace warmUp, Pace pace) {
    this.topic = topic;
    this.rows = rows;
    this.warmUp = warmUp;
    this.pace = pace;
    this.sent = new AtomicLongArray(warmUp.count() + pace.count());
    ByteArraySerializer bytes = new ByteArraySerializer();
    Map<String, Object> properties =
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            brokers,
            ProducerConfig.ACKS_CONFIG,
            "1",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            false,
            ProducerConfig.LINGER_MS_CONFIG,
            0);
    producer = new KafkaProducer<>(properties, bytes, bytes);
  }

  /** Sends one row that does not count, the one behind the last. */
  void sendAhead() {
    int number = sent.length();
    producer.send(new ProducerRecord<>(topic, 0, null, rows.key(number), rows.value(number)));
  }

  void start() {
    thread.start();
  }

  private void send() {
    long start = System.nanoTime();
    for (int i = 0; i < sent.length() && !Thread.interrupted(); i++) {
      byte[] value = rows.value(i);
      int warm = warmUp.count();
      long due = start + (i < warm ? warmUp.nanos(i) : warmUp.nanos(warm) + pace.nanos(i - warm));
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      sent.set(i, due);
      producer.send(new ProducerRecord<>(topic, 0, null, rows.key(i), value));
    }
  }

  /** When a row was sent, in nanoseconds; to be asked by whoever has received it. */
  long sentAt(int number) {
    return sent.get(number);
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    producer.close();
  }
}
