package io.confluent.ksql.tools.produce;

import java.util.function.LongConsumer;

/** Where records go: a topic. May be shared between threads. */
public interface RecordSink extends AutoCloseable {
  /**
   * Takes a record; waits while the sink cannot keep up.
   *
   * @param delivered told the time that the record has got, ms since the epoch, once it is safe;
   *     called by a thread of the sink
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if this record or an earlier one could
   *     not be written
   */
  void send(OutgoingRecord record, LongConsumer delivered);

  /**
   * Returns when every record taken so far is safe.
   *
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if one of them could not be written
   */
  void flush();

  /**
   * Gives up its connections; what was taken is still written, if that takes a few seconds only.
   */
  @Override
  void close();
}
