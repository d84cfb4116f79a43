package io.confluent.ksql.engine.query;

import io.confluent.ksql.engine.QueryStatus;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last errors of a query. May be used by several threads. */
final class QueryErrors {
  private final int capacity;
  private final Deque<QueryStatus.Failure> failures = new ArrayDeque<>();

  QueryErrors(int capacity) {
    this.capacity = capacity;
  }

  synchronized void add(QueryStatus.Failure failure) {
    if (failures.size() == capacity) {
      failures.removeFirst();
    }
    failures.addLast(failure);
  }

  /** Oldest first. */
  synchronized List<QueryStatus.Failure> list() {
    return List.copyOf(failures);
  }
}
