package io.confluent.ksql.engine.lookup;

import io.confluent.ksql.row.Row;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** A store that is kept in parts, each with keys of its own. */
final class PartedState implements TableState {
  private final List<TableState> parts;

  PartedState(List<TableState> parts) {
    this.parts = List.copyOf(parts);
  }

  @Override
  public Rows get(Row key, Times starts) {
    return new PartedRows(parts, part -> part.get(key, starts));
  }

  @Override
  public Rows range(Row from, Row to) {
    return new PartedRows(parts, part -> part.range(from, to));
  }

  @Override
  public Rows all(Times starts) {
    return new PartedRows(parts, part -> part.all(starts));
  }

  /** Opens a part when the one before is at its end. */
  private static final class PartedRows implements Rows {
    private final Deque<TableState> left;
    private final Function<TableState, Rows> opening;
    private Rows current = StoredRows.of(List.of());

    private PartedRows(List<TableState> parts, Function<TableState, Rows> opening) {
      this.left = new ArrayDeque<>(parts);
      this.opening = opening;
    }

    @Override
    public boolean hasNext() {
      while (!current.hasNext() && !left.isEmpty()) {
        current.close();
        current = opening.apply(left.removeFirst());
      }
      return current.hasNext();
    }

    @Override
    public Stored next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return current.next();
    }

    @Override
    public void close() {
      current.close();
      left.clear();
    }
  }
}
