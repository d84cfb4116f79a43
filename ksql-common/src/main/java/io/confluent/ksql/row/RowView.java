package io.confluent.ksql.row;

import org.apache.kafka.common.header.Headers;

/**
 * What an expression sees of the record at hand. One object a processor, refilled for every record,
 * so an evaluator must not keep it.
 */
public interface RowView {
  /** Value of a key column, by zero-based position; may be null. */
  Object key(int index);

  /** Value of a value column, by zero-based position; may be null. */
  Object value(int index);

  /** Time of the record, ms since the epoch. */
  long timestamp();

  /** Start of the key's window, ms since the epoch, inclusive. */
  long windowStart();

  /** End of the key's window, ms since the epoch. */
  long windowEnd();

  /** Partition the record was read from. */
  int partition();

  /** Offset the record was read at. */
  long offset();

  /** Headers of the record. */
  Headers headers();
}
