package io.confluent.ksql.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns of a stream or a table, or of the rows between two steps of a plan.
 *
 * @param key key columns, possibly none
 * @param value value columns, possibly none
 */
public record Schema(List<Column> key, List<Column> value) {
  public Schema {
    key = List.copyOf(key);
    value = List.copyOf(value);
  }

  /** The two halves of a record. */
  public enum Side {
    KEY,
    VALUE
  }

  /** The columns of one half. */
  public List<Column> columns(Side side) {
    return switch (side) {
      case KEY -> key;
      case VALUE -> value;
    };
  }

  /** All columns, the key's first. */
  public List<Column> all() {
    List<Column> all = new ArrayList<>(key);
    all.addAll(value);
    return all;
  }

  /** Position of the value column of exactly that name. */
  public OptionalInt indexOfValue(String name) {
    return indexOf(value, name);
  }

  /** Position of the key column of exactly that name. */
  public OptionalInt indexOfKey(String name) {
    return indexOf(key, name);
  }

  private static OptionalInt indexOf(List<Column> columns, String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** The columns as SQL text, the key's marked {@code KEY}. */
  @Override
  public String toString() {
    return Stream.concat(
            key.stream().map(column -> column + " KEY"), value.stream().map(Column::toString))
        .collect(Collectors.joining(", "));
  }
}
