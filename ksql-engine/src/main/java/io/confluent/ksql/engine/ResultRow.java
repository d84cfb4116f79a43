package io.confluent.ksql.engine;

import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.row.RowView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A row of a result.
 *
 * @param values one a column of the SELECT list; null is SQL's NULL
 * @param tombstone whether it says that the row of its key is gone
 * @param continuation where the query can go on behind the rows so far; there is no row then
 */
public record ResultRow(List<Object> values, boolean tombstone, Optional<String> continuation) {
  public ResultRow {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  /** A row of a result. */
  public ResultRow(List<Object> values, boolean tombstone) {
    this(values, tombstone, Optional.empty());
  }

  /** Says where the query can go on behind the rows so far. */
  public static ResultRow continuation(String token) {
    return new ResultRow(List.of(), false, Optional.of(token));
  }

  /**
   * A row of a result.
   *
   * @param places where in the row at hand each of its columns is
   */
  public static ResultRow of(RowView row, List<ColumnRef> places) {
    Object[] values = new Object[places.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(places.get(i), row);
    }
    return new ResultRow(Arrays.asList(values), false);
  }

  /**
   * Says that the row of a key is gone; it has no time.
   *
   * @param places where in the row at hand each of its columns is
   */
  public static ResultRow deleted(RowView row, List<ColumnRef> places) {
    Object[] values = new Object[places.size()];
    for (int i = 0; i < values.length; i++) {
      ColumnRef place = places.get(i);
      values[i] = place.side() == ColumnRef.Side.TIME ? null : value(place, row);
    }
    return new ResultRow(Arrays.asList(values), true);
  }

  private static Object value(ColumnRef place, RowView row) {
    return switch (place.side()) {
      case KEY -> row.key(place.index());
      case VALUE -> row.value(place.index());
      case TIME -> row.timestamp();
      case WINDOW_START -> row.windowStart();
      case WINDOW_END -> row.windowEnd();
    };
  }
}
