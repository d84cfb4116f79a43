package io.confluent.ksql.row;

/**
 * What an expression sees of the record at hand. One object a processor, refilled for every record,
 * so an evaluator must not keep it. Partition, offset and headers are not here: a scan appends them
 * to the value where a query asks for them, since they belong to the record as it was read.
 */
public interface RowView {
  /** Value of a key column, by zero-based position; may be null. */
  Object key(int index);

  /** Value of a value column, by zero-based position; may be null. */
  Object value(int index);

  /** Time of the record, ms since the epoch. */
  long timestamp();

  /** Start of the key's window, ms since the epoch, inclusive; only where the key is windowed. */
  long windowStart();

  /** End of the key's window, ms since the epoch; only where the key is windowed. */
  long windowEnd();
}
