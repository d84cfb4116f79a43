package io.confluent.ksql.engine.lookup;

import io.confluent.ksql.row.Row;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlySessionStore;

/** Rows of a store of sessions, the time of each being that of its last record. */
final class SessionState implements TableState {
  private final ReadOnlySessionStore<Object, Row> store;

  SessionState(ReadOnlySessionStore<Object, Row> store) {
    this.store = store;
  }

  @Override
  public Rows get(Row key, Times starts) {
    return rows(store.fetch(key), starts);
  }

  @Override
  public Rows range(Row from, Row to) {
    return rows(store.fetch(from, to), Times.ALL);
  }

  @Override
  public Rows all(Times starts) {
    return rows(store.fetch(null, null), starts);
  }

  private static Rows rows(KeyValueIterator<Windowed<Object>, Row> entries, Times starts) {
    return StoredRows.of(entries, entry -> row(entry, starts));
  }

  private static Stored row(KeyValue<Windowed<Object>, Row> entry, Times starts) {
    boolean wanted = entry.value != null && starts.contains(entry.key.window().start());
    return wanted ? new Stored(entry.key, entry.value, entry.key.window().end()) : null;
  }
}
