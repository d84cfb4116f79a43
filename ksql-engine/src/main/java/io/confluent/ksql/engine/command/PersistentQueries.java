package io.confluent.ksql.engine.command;

import io.confluent.ksql.planner.catalog.PersistentQuery;

/** Runs the queries that the log says should run. Called by one thread, in the log's order. */
public interface PersistentQueries {
  /** Starts a query, or makes it ready without reading if its state is paused. */
  void start(PersistentQuery query);

  /**
   * Starts a query that was not there before, after removing all records of the topic that it
   * writes to. Removes nothing if another node was quicker.
   */
  void startFresh(PersistentQuery query, String topic);

  /** Ends a query for good, and removes what it kept. */
  void drop(String queryId);

  /** Ends a query that goes on with another plan; what it kept stays. */
  void replace(PersistentQuery query);

  /** Stops reading. */
  void pause(String queryId);

  /** Goes on reading. */
  void resume(String queryId);
}
