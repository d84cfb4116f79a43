package io.confluent.ksql.engine.lookup;

import io.confluent.ksql.row.Row;
import java.util.Iterator;
import java.util.List;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ReadOnlySessionStore;
import org.apache.kafka.streams.state.ReadOnlyWindowStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/** The rows of a store as they are now, whatever kind of store it is. */
public interface TableState {
  /** The rows of a key, those of several windows by their start. */
  Rows get(Row key, Times starts);

  /**
   * Rows of keys between two, in the order of the keys' bytes.
   *
   * @param from null for the first
   * @param to null for the last; the row of it is among them
   */
  Rows range(Row from, Row to);

  /** All rows, those of windows that start in a time. */
  Rows all(Times starts);

  /** A store without windows. */
  static TableState of(ReadOnlyKeyValueStore<Object, ValueAndTimestamp<Row>> store) {
    return new PlainState(store);
  }

  /** A store of windows of one length. */
  static TableState of(ReadOnlyWindowStore<Object, ValueAndTimestamp<Row>> store) {
    return new WindowState(store);
  }

  /** A store of sessions. */
  static TableState of(ReadOnlySessionStore<Object, Row> store) {
    return new SessionState(store);
  }

  /** Parts of a store, one behind the other. */
  static TableState of(List<TableState> parts) {
    return new PartedState(parts);
  }

  /**
   * A row as it is stored.
   *
   * @param key a row, or a windowed row
   * @param value its columns, or the state of its aggregates
   * @param timestamp its time, ms since the epoch
   */
  record Stored(Object key, Row value, long timestamp) {}

  /** Rows one by one; to be closed. */
  interface Rows extends Iterator<Stored>, AutoCloseable {
    @Override
    void close();
  }
}
