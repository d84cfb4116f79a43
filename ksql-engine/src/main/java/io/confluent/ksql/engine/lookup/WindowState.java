package io.confluent.ksql.engine.lookup;

import io.confluent.ksql.row.Row;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.state.ReadOnlyWindowStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/** Rows of a store of windows of one length. */
final class WindowState implements TableState {
  private final ReadOnlyWindowStore<Object, ValueAndTimestamp<Row>> store;

  WindowState(ReadOnlyWindowStore<Object, ValueAndTimestamp<Row>> store) {
    this.store = store;
  }

  /** The iterator over one key knows only starts; that over a range of keys knows windows. */
  @Override
  public Rows get(Row key, Times starts) {
    return StoredRows.of(store.fetch(key, key, starts.first(), starts.last()), WindowState::row);
  }

  @Override
  public Rows range(Row from, Row to) {
    return StoredRows.of(
        store.fetch(from, to, Times.ALL.first(), Times.ALL.last()), WindowState::row);
  }

  @Override
  public Rows all(Times starts) {
    return StoredRows.of(store.fetchAll(starts.first(), starts.last()), WindowState::row);
  }

  private static Stored row(KeyValue<Windowed<Object>, ValueAndTimestamp<Row>> entry) {
    return entry.value == null
        ? null
        : new Stored(entry.key, entry.value.value(), entry.value.timestamp());
  }
}
