package io.confluent.ksql.engine.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Keeps the latest errors in memory. */
public final class InMemoryProcessingLog implements ProcessingLog {
  private final int capacity;
  private final Deque<ProcessingError> errors = new ArrayDeque<>();

  /**
   * A log without errors.
   *
   * @param capacity how many it keeps at most, the latest ones
   */
  public InMemoryProcessingLog(int capacity) {
    this.capacity = capacity;
  }

  @Override
  public synchronized void write(ProcessingError error) {
    if (errors.size() == capacity) {
      errors.removeFirst();
    }
    errors.addLast(error);
  }

  /** The errors kept, oldest first. */
  public synchronized List<ProcessingError> errors() {
    return List.copyOf(errors);
  }
}
