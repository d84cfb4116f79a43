package io.confluent.ksql.engine.topics;

import java.util.List;

/** Writes single records to topics; may be shared between threads. */
public interface RecordWriter extends AutoCloseable {
  /**
   * Writes a record; it is kept by all replicas in sync when this returns.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException {@code KAFKA} if it is not
   */
  void write(OutgoingRecord record);

  /**
   * Writes records in this order, and waits once for all of them.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException {@code KAFKA} if one is not kept;
   *     others may be
   */
  default void write(List<OutgoingRecord> records) {
    records.forEach(this::write);
  }

  @Override
  void close();
}
