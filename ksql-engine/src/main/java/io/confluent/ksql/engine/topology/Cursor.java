package io.confluent.ksql.engine.topology;

import io.confluent.ksql.row.Row;
import io.confluent.ksql.row.RowView;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.kstream.Windowed;

/**
 * The record that a chain works on: one object a processor, owned by the thread of its task and
 * refilled for every record.
 */
final class Cursor implements RowView {
  private Object key;
  private Row keyRow;
  private Object raw;
  private Row value;
  private long timestamp;
  private Headers headers;

  /**
   * Moves to another record.
   *
   * @param newKey a {@link Row}, a {@link Windowed} row, or what a decoder left; may be null
   * @param newValue a {@link Row} or what a decoder left; may be null
   */
  void moveTo(Object newKey, Object newValue, long newTimestamp, Headers newHeaders) {
    setKey(newKey);
    raw = newValue;
    value = newValue instanceof Row row ? row : null;
    timestamp = newTimestamp;
    headers = newHeaders;
  }

  void setKey(Object newKey) {
    key = newKey;
    if (newKey instanceof Windowed<?> windowed) {
      keyRow = (Row) windowed.key();
    } else {
      keyRow = newKey instanceof Row row ? row : null;
    }
  }

  void setValue(Row newValue) {
    value = newValue;
  }

  void setTimestamp(long newTimestamp) {
    timestamp = newTimestamp;
  }

  /** The key as Kafka Streams has it: a row, a windowed row, or null. */
  Object key() {
    return key;
  }

  /** The key's columns; null for a null key. */
  Row keyRow() {
    return keyRow;
  }

  /** The value's columns; null for a null value. */
  Row value() {
    return value;
  }

  /** The value as it came, which may be {@link Undecodable}. */
  Object rawValue() {
    return raw;
  }

  Headers headers() {
    return headers;
  }

  @Override
  public Object key(int index) {
    return keyRow == null ? null : keyRow.value(index);
  }

  @Override
  public Object value(int index) {
    return value == null ? null : value.value(index);
  }

  @Override
  public long timestamp() {
    return timestamp;
  }

  @Override
  public long windowStart() {
    return ((Windowed<?>) key).window().start();
  }

  @Override
  public long windowEnd() {
    return ((Windowed<?>) key).window().end();
  }
}
