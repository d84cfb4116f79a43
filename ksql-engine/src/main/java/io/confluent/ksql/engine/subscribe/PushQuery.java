package io.confluent.ksql.engine.subscribe;

import io.confluent.ksql.engine.ResultRow;
import io.confluent.ksql.engine.TransientQuery;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A query whose rows go to a client, from the client's side. */
public final class PushQuery implements TransientQuery {
  private final String id;
  private final String sql;
  private final RowQueue queue;
  private final Runnable ending;
  private final long skipped;
  private final AtomicBoolean ended = new AtomicBoolean();

  /**
   * A query that runs.
   *
   * @param ending stops the query and removes what it kept, without waiting for that; run once
   * @param skipped how many records it does not read
   */
  public PushQuery(String id, String sql, RowQueue queue, Runnable ending, long skipped) {
    this.id = Objects.requireNonNull(id, "id");
    this.sql = Objects.requireNonNull(sql, "sql");
    this.queue = Objects.requireNonNull(queue, "queue");
    this.ending = Objects.requireNonNull(ending, "ending");
    this.skipped = skipped;
  }

  /** A query that has ended, or reads from the first record on. */
  public static PushQuery ofAll(String id, String sql, RowQueue queue, Runnable ending) {
    return new PushQuery(id, sql, queue, ending, 0);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String sql() {
    return sql;
  }

  /** Whether there may be more rows. */
  public boolean isOpen() {
    return queue.isOpen();
  }

  @Override
  public String state() {
    return isOpen() ? "RUNNING" : "NOT_RUNNING";
  }

  @Override
  public long skipped() {
    return skipped;
  }

  @Override
  public Optional<ResultRow> next(Duration wait) {
    return queue.next(wait);
  }

  @Override
  public Optional<End> end() {
    return queue.end();
  }

  /** Stops reading; rows that wait can still be fetched. */
  public void stopReading() {
    if (ended.compareAndSet(false, true)) {
      ending.run();
    }
  }

  @Override
  public void close() {
    queue.close();
    stopReading();
  }
}
