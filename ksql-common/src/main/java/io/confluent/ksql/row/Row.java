package io.confluent.ksql.row;

import java.util.Arrays;
import java.util.Objects;

/**
 * The key or the value of a record: one object a column, in the order of the schema. Values are
 * those of the Java types in the function API, a STRUCT being a {@link
 * io.confluent.ksql.value.StructValue}; null is SQL's NULL. Not copied: who hands an array in gives
 * it away.
 */
public final class Row {
  /** The key of records that have no key columns. */
  public static final Row EMPTY = new Row();

  private final Object[] values;

  private Row(Object... values) {
    this.values = Objects.requireNonNull(values, "values");
  }

  /** A row of these values; the array is owned by the row from now on. */
  public static Row of(Object... values) {
    return new Row(values);
  }

  /** How many values the row has. */
  public int size() {
    return values.length;
  }

  /** The value at a zero-based position; may be null. */
  public Object value(int index) {
    return values[index];
  }

  /** The values themselves, not a copy; to be read only. */
  public Object[] values() {
    return values;
  }

  /** Whether every value is null. */
  public boolean isAllNull() {
    for (Object value : values) {
      if (value != null) {
        return false;
      }
    }
    return true;
  }

  /** The values of this row, then those of another. */
  public Row plus(Row other) {
    Object[] all = Arrays.copyOf(values, values.length + other.values.length);
    System.arraycopy(other.values, 0, all, values.length, other.values.length);
    return new Row(all);
  }

  /** The values from a zero-based position on up to, but not including, another. */
  public Row part(int from, int to) {
    return new Row(Arrays.copyOfRange(values, from, to));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Row that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
