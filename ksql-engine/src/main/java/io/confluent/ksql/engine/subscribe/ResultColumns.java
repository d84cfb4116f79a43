package io.confluent.ksql.engine.subscribe;

import io.confluent.ksql.engine.ResultRow;
import io.confluent.ksql.engine.topology.RowConsumer;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.row.RowView;
import java.util.List;

/** Puts the columns of rows in the order of the SELECT list, into a queue. */
public final class ResultColumns implements RowConsumer {
  private final List<ColumnRef> places;
  private final RowQueue queue;
  private final Runnable onLast;

  /**
   * Columns into a queue.
   *
   * @param places where in a row each column of the result is
   * @param onLast run after a row with which the queue ended
   */
  public ResultColumns(List<ColumnRef> places, RowQueue queue, Runnable onLast) {
    this.places = List.copyOf(places);
    this.queue = queue;
    this.onLast = onLast;
  }

  @Override
  public void accept(RowView row) {
    put(ResultRow.of(row, places));
  }

  @Override
  public void delete(RowView row) {
    put(ResultRow.deleted(row, places));
  }

  private void put(ResultRow row) {
    queue.put(row);
    if (!queue.isOpen()) {
      onLast.run();
    }
  }
}
