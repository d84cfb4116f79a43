package io.confluent.ksql.engine.subscribe;

import io.confluent.ksql.engine.ResultRow;
import io.confluent.ksql.engine.TransientQuery;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Rows between a query and its client. The query waits while the queue is full. Rows come from any
 * number of threads and are fetched by one.
 */
public final class RowQueue {
  private final int capacity;
  private final long limit;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition notFull = lock.newCondition();
  private final Condition notEmpty = lock.newCondition();
  private final Deque<ResultRow> rows = new ArrayDeque<>();
  private long given;
  private TransientQuery.End end;
  private RuntimeException failure;

  /**
   * An empty queue.
   *
   * @param capacity how many rows it holds
   * @param limit after how many rows it ends
   */
  public RowQueue(int capacity, long limit) {
    this.capacity = capacity;
    this.limit = limit;
    if (limit == 0) {
      end = TransientQuery.End.LIMIT_REACHED;
    }
  }

  /** Adds a row, waiting for room; a row after the end is dropped. */
  public void put(ResultRow row) {
    lock.lock();
    try {
      while (end == null && failure == null && rows.size() >= capacity) {
        notFull.awaitUninterruptibly();
      }
      if (end != null || failure != null) {
        return;
      }
      rows.addLast(row);
      if (row.continuation().isEmpty()) {
        given++;
      }
      if (given == limit) {
        end = TransientQuery.End.LIMIT_REACHED;
        notFull.signalAll();
      }
      notEmpty.signal();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Adds a row if there is room for it in time; a row after the end is dropped.
   *
   * @return false if there was no room
   */
  boolean offer(ResultRow row, Duration wait) {
    lock.lock();
    try {
      long left = wait.toNanos();
      while (end == null && failure == null && rows.size() >= capacity && left > 0) {
        left = notFull.awaitNanos(left);
      }
      if (end == null && failure == null && rows.size() >= capacity) {
        return false;
      }
      put(row);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  /**
   * The next row, if one comes in time.
   *
   * @throws RuntimeException why the query failed, after the rows before that
   */
  public Optional<ResultRow> next(Duration wait) {
    lock.lock();
    try {
      long left = wait.toNanos();
      while (rows.isEmpty() && end == null && failure == null && left > 0) {
        left = notEmpty.awaitNanos(left);
      }
      if (rows.isEmpty() && failure != null) {
        throw failure;
      }
      ResultRow row = rows.pollFirst();
      notFull.signal();
      return Optional.ofNullable(row);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** How it ended; empty as long as rows may be fetched. */
  public Optional<TransientQuery.End> end() {
    lock.lock();
    try {
      return rows.isEmpty() ? Optional.ofNullable(end) : Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** Whether rows are still taken in. */
  public boolean isOpen() {
    lock.lock();
    try {
      return end == null && failure == null;
    } finally {
      lock.unlock();
    }
  }

  /** No more rows come; those that wait can be fetched. */
  public void complete() {
    finish(TransientQuery.End.COMPLETED, null);
  }

  /** The query failed; rows that wait can be fetched, then the failure is thrown. */
  public void fail(RuntimeException cause) {
    finish(null, cause);
  }

  /** Nobody wants rows any more. */
  public void close() {
    lock.lock();
    try {
      rows.clear();
    } finally {
      lock.unlock();
    }
    finish(TransientQuery.End.CLOSED, null);
  }

  private void finish(TransientQuery.End how, RuntimeException cause) {
    lock.lock();
    try {
      if (end == null && failure == null) {
        end = how;
        failure = cause;
      }
      notFull.signalAll();
      notEmpty.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
