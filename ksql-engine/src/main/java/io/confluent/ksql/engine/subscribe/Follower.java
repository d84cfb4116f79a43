package io.confluent.ksql.engine.subscribe;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.engine.ResultRow;
import io.confluent.ksql.engine.topology.RecordReader;
import io.confluent.ksql.engine.topology.RowChain;
import io.confluent.ksql.planner.expr.ColumnRef;
import java.time.Duration;
import java.util.List;

/** One of the queries that a shared reader reads for; worked on by the reader's thread. */
final class Follower {
  /** Others wait for a slow client for as long, and no longer. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final RowChain chain;
  private final List<ColumnRef> places;
  private final RowQueue queue;
  private final Runnable onEnd;
  private final Continuation continuation;

  /** Whether a client is told where it can go on. */
  enum Continuation {
    TOLD,
    NOT_TOLD
  }

  /**
   * @param chain what is done to each row
   * @param places where in a row each column of the result is
   * @param onEnd run when the queue has ended
   */
  Follower(
      RowChain chain,
      List<ColumnRef> places,
      RowQueue queue,
      Continuation continuation,
      Runnable onEnd) {
    this.continuation = continuation;
    this.chain = chain;
    this.places = List.copyOf(places);
    this.queue = queue;
    this.onEnd = onEnd;
  }

  void take(RecordReader.Decoded row, long timestamp) {
    try {
      if (row.value() == null) {
        chain.deleted(row.key(), timestamp).ifPresent(view -> put(ResultRow.deleted(view, places)));
      } else {
        chain
            .row(row.key(), row.value(), timestamp)
            .ifPresent(view -> put(ResultRow.of(view, places)));
      }
    } catch (RuntimeException e) {
      fail(e);
    }
  }

  /** All records before these offsets have been taken. */
  void reached(ContinuationToken token) {
    if (continuation == Continuation.TOLD && queue.isOpen()) {
      put(ResultRow.continuation(token.text()));
    }
  }

  private void put(ResultRow row) {
    if (!queue.offer(row, PATIENCE)) {
      queue.fail(
          Diagnostic.error(
                  ErrorCode.TIMEOUT,
                  "Rows were fetched too slowly; other queries that share the reader waited.")
              .hint("SET 'ksql.query.push.v2.enabled'='false' gives a query a reader of its own.")
              .toException());
    }
    if (!queue.isOpen()) {
      onEnd.run();
    }
  }

  void fail(RuntimeException cause) {
    queue.fail(cause);
    onEnd.run();
  }
}
