package io.confluent.ksql.mqtt.kafka;

import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Where records go. Holds a bounded number of bytes; who sends must heed {@link #isFull}. */
public interface RecordSink extends AutoCloseable {
  /** Told once for each record, on any thread, what has become of it. */
  interface Outcome {
    /**
     * The record is stored, or never will be.
     *
     * @param failure why it is not stored; empty if it is
     */
    void known(Optional<Exception> failure);
  }

  /** Sends a record, and returns at once. */
  void send(ProducerRecord<byte[], byte[]> record, Outcome outcome);

  /** Whether nothing more should be sent for now. */
  boolean isFull();

  /** Has a task run, on any thread, when there is room; at once if there is. */
  void whenRoom(Runnable task);

  /** Sends what it holds, or gives it up after a while. */
  @Override
  void close();
}
