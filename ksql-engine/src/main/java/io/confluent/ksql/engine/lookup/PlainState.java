package io.confluent.ksql.engine.lookup;

import io.confluent.ksql.row.Row;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/** Rows of a store without windows. */
final class PlainState implements TableState {
  private final ReadOnlyKeyValueStore<Object, ValueAndTimestamp<Row>> store;

  PlainState(ReadOnlyKeyValueStore<Object, ValueAndTimestamp<Row>> store) {
    this.store = store;
  }

  @Override
  public Rows get(Row key, Times starts) {
    ValueAndTimestamp<Row> found = store.get(key);
    return StoredRows.of(
        found == null ? List.of() : List.of(new Stored(key, found.value(), found.timestamp())));
  }

  @Override
  public Rows range(Row from, Row to) {
    return StoredRows.of(store.range(from, to), PlainState::row);
  }

  @Override
  public Rows all(Times starts) {
    return StoredRows.of(store.all(), PlainState::row);
  }

  private static Stored row(KeyValue<Object, ValueAndTimestamp<Row>> entry) {
    return entry.value == null
        ? null
        : new Stored(entry.key, entry.value.value(), entry.value.timestamp());
  }
}
