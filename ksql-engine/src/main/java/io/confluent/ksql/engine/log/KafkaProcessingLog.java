package io.confluent.ksql.engine.log;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes errors to a Kafka topic. A thread of its own talks to Kafka, since a producer may block;
 * what does not fit into its queue is dropped and counted.
 */
public final class KafkaProcessingLog implements ProcessingLog, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaProcessingLog.class);
  private static final int QUEUE_CAPACITY = 10_000;
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

  private final String topic;
  private final Producer<byte[], byte[]> producer;
  private final Clock clock;
  private final Payloads payloads;

  /** Empty means the end. */
  private final BlockingQueue<Optional<ProcessingError>> queue =
      new ArrayBlockingQueue<>(QUEUE_CAPACITY);

  private final LongAdder dropped = new LongAdder();
  private final Thread thread;
  private volatile boolean closed;

  /** Whether entries hold the bytes of records that could not be decoded. */
  public enum Payloads {
    /** They may be anybody's data, and stay where they are. */
    LEFT_OUT,
    /** They are shown. */
    INCLUDED
  }

  /** A log without payloads that is open until closed; see the other constructor. */
  public KafkaProcessingLog(String topic, Producer<byte[], byte[]> producer, Clock clock) {
    this(topic, producer, clock, Payloads.LEFT_OUT);
  }

  /**
   * A log that is open until closed.
   *
   * @param topic the topic, which exists or is created by the brokers
   * @param producer closed with the log
   * @param clock gives entries their times
   * @param payloads whether records are shown
   */
  public KafkaProcessingLog(
      String topic, Producer<byte[], byte[]> producer, Clock clock, Payloads payloads) {
    this.topic = Objects.requireNonNull(topic, "topic");
    this.producer = Objects.requireNonNull(producer, "producer");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.payloads = Objects.requireNonNull(payloads, "payloads");
    thread = new Thread(this::run, "processing-log");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void write(ProcessingError error) {
    if (closed || !queue.offer(Optional.of(error))) {
      dropped.increment();
    }
  }

  /** How many errors could not be written. */
  public long dropped() {
    return dropped.sum();
  }

  /**
   * Interrupted only if it does not get on, since that loses what the producer is about to send.
   */
  private void run() {
    try {
      for (var next = queue.take(); next.isPresent(); next = queue.take()) {
        send(next.get());
      }
    } catch (InterruptedException e) {
      LOG.warn("The processing log was interrupted; {} entries are lost", queue.size());
    }
  }

  private void send(ProcessingError error) {
    try {
      byte[] value = ProcessingLogJson.write(error, clock.millis(), payloads);
      producer.send(
          new ProducerRecord<>(topic, value),
          (metadata, failure) -> {
            if (failure != null) {
              dropped.increment();
            }
          });
    } catch (RuntimeException e) {
      dropped.increment();
      LOG.warn("An entry of the processing log could not be written: {}", e.getMessage());
    }
  }

  /** Sends what is left, then closes the producer. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (queue.offer(Optional.empty(), CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
        thread.join(CLOSE_TIMEOUT.toMillis());
      } else {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    producer.close(CLOSE_TIMEOUT);
  }
}
