package io.confluent.ksql.tools.produce;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A topic of a Kafka cluster, made if it does not exist. */
public final class KafkaSink implements RecordSink {
  private static final Duration CLOSING = Duration.ofSeconds(4);

  private final String topic;
  private final KafkaProducer<byte[], byte[]> producer;
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  private KafkaSink(String topic, KafkaProducer<byte[], byte[]> producer) {
    this.topic = topic;
    this.producer = producer;
  }

  /**
   * Connects, and makes the topic with the broker's defaults if there is none.
   *
   * @param properties of Kafka's clients, {@code bootstrap.servers} at least
   * @throws DiagnosticException if Kafka cannot be reached or refuses the topic
   */
  public static KafkaSink open(Map<String, String> properties, String topic) {
    Topics.ensure(properties, topic);
    Map<String, Object> config = new HashMap<>(properties);
    config.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, "15000");
    try {
      return new KafkaSink(
          topic, new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer()));
    } catch (KafkaException e) {
      throw Topics.unusable(e);
    }
  }

  @Override
  public void send(OutgoingRecord record, LongConsumer delivered) {
    throwFailure();
    Long timestamp = record.timestamp().isPresent() ? record.timestamp().getAsLong() : null;
    try {
      producer.send(
          new ProducerRecord<>(topic, null, timestamp, record.key(), record.value()),
          (metadata, failed) -> {
            if (failed == null) {
              delivered.accept(metadata.timestamp());
            } else {
              failure.compareAndSet(null, failed);
            }
          });
    } catch (KafkaException | IllegalArgumentException e) {
      throw notWritten(e);
    }
  }

  @Override
  public void flush() {
    producer.flush();
    throwFailure();
  }

  private void throwFailure() {
    if (failure.get() != null) {
      throw notWritten(failure.get());
    }
  }

  private DiagnosticException notWritten(Exception cause) {
    return Diagnostic.error(
            ErrorCode.KAFKA,
            "A record could not be written to the topic %s: %s",
            topic,
            Topics.reason(cause))
        .toException(cause);
  }

  @Override
  public void close() {
    producer.close(CLOSING);
  }
}
