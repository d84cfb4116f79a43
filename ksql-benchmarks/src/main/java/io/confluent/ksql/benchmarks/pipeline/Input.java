package io.confluent.ksql.benchmarks.pipeline;

import io.confluent.ksql.benchmarks.data.Rows;

/**
 * A topic that has rows before anything reads it.
 *
 * @param rows what is in it
 * @param count how many of them; 0 for a topic that grows as it is read
 */
public record Input(Rows rows, long count) {
  /** A topic that grows as it is read. */
  public static Input of(Rows rows) {
    return new Input(rows, 0);
  }

  /** Whether it grows as it is read. */
  public boolean grows() {
    return count == 0;
  }
}
