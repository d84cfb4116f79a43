package io.confluent.ksql.mqtt.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records to Kafka, acknowledged by all replicas in sync. One thread hands them to the producer,
 * which may block for metadata; threads of the network never do.
 */
public final class KafkaSink implements RecordSink {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaSink.class);

  /** What a record costs besides its bytes. */
  private static final int OVERHEAD = 256;

  /** What Kafka's own default is. */
  private static final int LEAST_REQUEST_BYTES = 1 << 20;

  private static final int BATCH = 1_000;

  /** How long records are gathered after a batch; the first one after a silence does not wait. */
  private static final long GATHER_NANOS = 200_000;

  /** A topic that is not there would block every record behind it for this long. */
  private static final Duration METADATA = Duration.ofSeconds(5);

  private static final Duration CLOSE = Duration.ofSeconds(10);

  private final Producer<byte[], byte[]> producer;
  private final long limit;
  private final AtomicLong held = new AtomicLong();
  private final LinkedBlockingQueue<Sending> queue = new LinkedBlockingQueue<>();
  private final ConcurrentLinkedQueue<Runnable> waiting = new ConcurrentLinkedQueue<>();
  private final Thread thread;
  private volatile boolean closed;

  /** Until when topics that the cluster did not know are not asked for again; for the thread. */
  private final Map<String, Long> unknown = new HashMap<>();

  private record Sending(ProducerRecord<byte[], byte[]> record, Outcome outcome, long size) {}

  /**
   * @param limit how many bytes may be under way before it is full
   * @param recordBytes how long a record may be that comes
   */
  public KafkaSink(Map<String, Object> clientConfig, long limit, int recordBytes) {
    this.limit = limit;
    this.producer =
        new KafkaProducer<>(
            config(clientConfig, limit, recordBytes),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    this.thread = new Thread(this::run, "mqtt-sender");
    thread.setDaemon(true);
    thread.start();
  }

  private static Map<String, Object> config(
      Map<String, Object> given, long limit, int recordBytes) {
    Map<String, Object> config = new HashMap<>();
    // Without it a hundred devices make a hundred requests, which cost the broker four times as
    // much.
    config.put(ProducerConfig.LINGER_MS_CONFIG, "1");
    config.put(ProducerConfig.BATCH_SIZE_CONFIG, "65536");
    config.put(ProducerConfig.CLIENT_ID_CONFIG, "ksql-mqtt-proxy");
    config.put(
        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
        Integer.toString(Math.max(recordBytes, LEAST_REQUEST_BYTES)));
    config.putAll(given);
    // What an acknowledgement promises is no matter of taste.
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Long.toString(METADATA.toMillis()));
    // A topic that is silent for a while must not be looked up again while Kafka is away.
    config.put(
        ProducerConfig.METADATA_MAX_IDLE_CONFIG, Long.toString(Duration.ofDays(7).toMillis()));
    // The queue is what waits, not the producer.
    config.put(
        ProducerConfig.BUFFER_MEMORY_CONFIG,
        Long.toString(Math.max(2 * limit, 8L << 20) + recordBytes));
    return config;
  }

  @Override
  public void send(ProducerRecord<byte[], byte[]> record, Outcome outcome) {
    long size = size(record);
    held.addAndGet(size);
    queue.add(new Sending(record, outcome, size));
    if (closed) {
      refuseQueued();
    }
  }

  private static long size(ProducerRecord<byte[], byte[]> record) {
    long size = OVERHEAD + length(record.key()) + length(record.value());
    for (var header : record.headers()) {
      size += header.key().length() + length(header.value());
    }
    return size;
  }

  private static int length(byte[] bytes) {
    return bytes == null ? 0 : bytes.length;
  }

  @Override
  public boolean isFull() {
    return held.get() >= limit;
  }

  @Override
  public void whenRoom(Runnable task) {
    waiting.add(task);
    if (hasRoom()) {
      wake();
    }
  }

  /** Room enough that those who wait do not fill it with their first word. */
  private boolean hasRoom() {
    return held.get() <= limit / 2;
  }

  private void wake() {
    for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
      task.run();
    }
  }

  private void run() {
    List<Sending> batch = new ArrayList<>(BATCH);
    try {
      while (!closed) {
        Sending first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first == null) {
          continue;
        }
        batch.add(first);
        queue.drainTo(batch, BATCH - 1);
        batch.forEach(this::produce);
        if (batch.size() < BATCH) {
          // Who comes meanwhile need not wake this thread, which takes longer than handing over.
          LockSupport.parkNanos(GATHER_NANOS);
        }
        batch.clear();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void produce(Sending sending) {
    String topic = sending.record.topic();
    Long until = unknown.get(topic);
    if (until != null) {
      if (System.nanoTime() - until < 0) {
        done(sending, new TimeoutException("The topic " + topic + " is not there."));
        return;
      }
      unknown.remove(topic);
    }
    try {
      producer.send(sending.record, (metadata, failure) -> done(sending, failure));
    } catch (BufferExhaustedException e) {
      // It has to wait for others, not for its topic.
      done(sending, e);
    } catch (TimeoutException e) {
      LOG.warn("Nothing is known of the topic {}: {}", topic, e.getMessage());
      unknown.put(topic, System.nanoTime() + METADATA.toNanos());
      done(sending, e);
    } catch (RuntimeException e) {
      done(sending, e);
    }
  }

  private void done(Sending sending, Exception failure) {
    held.addAndGet(-sending.size);
    if (failure != null) {
      LOG.debug("A record for {} was not stored", sending.record.topic(), failure);
    }
    sending.outcome.known(Optional.ofNullable(failure));
    if (!waiting.isEmpty() && hasRoom()) {
      wake();
    }
  }

  private void refuseQueued() {
    for (Sending sending = queue.poll(); sending != null; sending = queue.poll()) {
      done(sending, new IllegalStateException("The proxy is closed."));
    }
  }

  @Override
  public void close() {
    long end = System.nanoTime() + CLOSE.toNanos();
    try {
      while (!queue.isEmpty() && System.nanoTime() < end) {
        Thread.sleep(5);
      }
      closed = true;
      thread.join(CLOSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    closed = true;
    producer.close(CLOSE);
    refuseQueued();
  }
}
