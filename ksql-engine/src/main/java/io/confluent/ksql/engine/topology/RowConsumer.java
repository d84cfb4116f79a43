package io.confluent.ksql.engine.topology;

import io.confluent.ksql.row.RowView;

/**
 * Takes the rows of a query without sink, on the query's threads. The views are used again for the
 * next row and must not be kept. A consumer that waits holds the query back.
 */
public interface RowConsumer {
  /** Takes an event, or the new row of a key of a table. */
  void accept(RowView row);

  /** Takes note that a table has no row for a key any more; value columns of the view are null. */
  void delete(RowView row);
}
