package io.confluent.ksql.engine.lookup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;

/** Makes rows of what stores give. */
final class StoredRows {
  private StoredRows() {}

  static TableState.Rows of(List<TableState.Stored> rows) {
    Deque<TableState.Stored> left = new ArrayDeque<>(rows);
    return new TableState.Rows() {
      @Override
      public boolean hasNext() {
        return !left.isEmpty();
      }

      @Override
      public TableState.Stored next() {
        return left.removeFirst();
      }

      @Override
      public void close() {
        left.clear();
      }
    };
  }

  /**
   * The rows of an iterator.
   *
   * @param row makes a row of an entry; null if the entry is none
   */
  static <K, V> TableState.Rows of(
      KeyValueIterator<K, V> entries, Function<KeyValue<K, V>, TableState.Stored> row) {
    return new TableState.Rows() {
      private TableState.Stored next;

      @Override
      public boolean hasNext() {
        while (next == null && entries.hasNext()) {
          next = row.apply(entries.next());
        }
        return next != null;
      }

      @Override
      public TableState.Stored next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        TableState.Stored found = next;
        next = null;
        return found;
      }

      @Override
      public void close() {
        entries.close();
      }
    };
  }
}
