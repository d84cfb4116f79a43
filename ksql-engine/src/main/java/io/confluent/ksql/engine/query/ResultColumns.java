package io.confluent.ksql.engine.query;

import io.confluent.ksql.engine.ResultRow;
import io.confluent.ksql.engine.topology.RowConsumer;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.row.RowView;
import java.util.Arrays;
import java.util.List;

/** Puts the columns of rows in the order of the SELECT list, into a queue. */
final class ResultColumns implements RowConsumer {
  private final List<ColumnRef> places;
  private final RowQueue queue;
  private final Runnable onLast;

  /**
   * @param places where in a row each column of the result is
   * @param onLast run after a row with which the queue ended
   */
  ResultColumns(List<ColumnRef> places, RowQueue queue, Runnable onLast) {
    this.places = List.copyOf(places);
    this.queue = queue;
    this.onLast = onLast;
  }

  @Override
  public void accept(RowView row) {
    Object[] values = new Object[places.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(places.get(i), row);
    }
    put(new ResultRow(Arrays.asList(values), false));
  }

  @Override
  public void delete(RowView row) {
    Object[] values = new Object[places.size()];
    for (int i = 0; i < values.length; i++) {
      ColumnRef place = places.get(i);
      values[i] = place.side() == ColumnRef.Side.TIME ? null : value(place, row);
    }
    put(new ResultRow(Arrays.asList(values), true));
  }

  private void put(ResultRow row) {
    queue.put(row);
    if (!queue.isOpen()) {
      onLast.run();
    }
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
