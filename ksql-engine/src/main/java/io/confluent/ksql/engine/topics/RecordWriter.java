package io.confluent.ksql.engine.topics;

/** Writes single records to topics; may be shared between threads. */
public interface RecordWriter extends AutoCloseable {
  /**
   * Writes a record; it is kept by all replicas in sync when this returns.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException {@code KAFKA} if it is not
   */
  void write(OutgoingRecord record);

  @Override
  void close();
}
