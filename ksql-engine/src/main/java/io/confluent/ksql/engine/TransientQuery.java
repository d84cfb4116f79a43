package io.confluent.ksql.engine;

import java.time.Duration;
import java.util.Optional;

/**
 * A query that runs for whoever asked. Rows that are not fetched wait, and then the query waits: it
 * never drops a row and never keeps more than a few. One thread fetches.
 */
public interface TransientQuery extends AutoCloseable {
  /** Its id. */
  String id();

  /** The statement, for people. */
  String sql();

  /** Whether it still reads. */
  String state();

  /** How many records lay before the place where it began to read, if it reads what comes later. */
  long skipped();

  /**
   * The next row.
   *
   * @param wait how long to wait for one
   * @return empty if none came in time, or no more will come: see {@link #end}
   * @throws RuntimeException why the query failed
   */
  Optional<ResultRow> next(Duration wait);

  /** How it ended; empty as long as rows may come. */
  Optional<End> end();

  /** Ends it and removes what it kept. Does nothing if it has ended. */
  @Override
  void close();

  /** How a query ends. */
  enum End {
    /** As many rows as LIMIT says were given. */
    LIMIT_REACHED,
    /** It came to the end of its topics. */
    COMPLETED,
    /** It gave the rows that a table has. */
    ANSWERED,
    /** It was closed. */
    CLOSED
  }
}
