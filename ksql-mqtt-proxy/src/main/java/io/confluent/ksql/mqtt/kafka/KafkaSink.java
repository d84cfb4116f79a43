package io.confluent.ksql.mqtt.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Records to Kafka, acknowledged by all replicas in sync. Threads of the network hand them to the
 * producer and never wait for it.
 */
public final class KafkaSink implements RecordSink {
  /** What a record costs besides its bytes. */
  private static final int OVERHEAD = 256;

  /** What Kafka's own default is. */
  private static final int LEAST_REQUEST_BYTES = 1 << 20;

  /** How long records wait for a topic of which nothing is known. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Duration CLOSE = Duration.ofSeconds(10);

  private final Producer<byte[], byte[]> producer;
  private final Handover handover;
  private final long limit;
  private final AtomicLong held = new AtomicLong();
  private final ConcurrentLinkedQueue<Runnable> waiting = new ConcurrentLinkedQueue<>();

  /**
   * @param limit how many bytes may be under way before it is full
   * @param recordBytes how long a record may be that comes
   */
  public KafkaSink(Map<String, Object> clientConfig, long limit, int recordBytes) {
    this.limit = limit;
    Map<String, Object> config = config(clientConfig, limit, recordBytes);
    this.producer = new KafkaProducer<>(config);
    this.handover = new Handover(producer, PATIENCE, deliveryTimeout(config));
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
    config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    // What an acknowledgement promises is no matter of taste.
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
    // It is called by threads of the network.
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, "0");
    // A topic that is silent for a while must not be looked up again while Kafka is away.
    config.put(
        ProducerConfig.METADATA_MAX_IDLE_CONFIG, Long.toString(Duration.ofDays(7).toMillis()));
    // The queue is what waits, not the producer.
    config.put(
        ProducerConfig.BUFFER_MEMORY_CONFIG,
        Long.toString(Math.max(2 * limit, 8L << 20) + recordBytes));
    return config;
  }

  /** How long the producer itself keeps a record that it cannot deliver. */
  private static Duration deliveryTimeout(Map<String, Object> config) {
    int millis = new ProducerConfig(config).getInt(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG);
    return Duration.ofMillis(millis);
  }

  @Override
  public void send(ProducerRecord<byte[], byte[]> record, Outcome outcome) {
    long size = size(record);
    held.addAndGet(size);
    handover.send(
        record,
        failure -> {
          held.addAndGet(-size);
          outcome.known(failure);
          if (!waiting.isEmpty() && hasRoom()) {
            wake();
          }
        });
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

  @Override
  public void close() {
    handover.drain(CLOSE);
    producer.close(CLOSE);
    handover.close();
  }
}
