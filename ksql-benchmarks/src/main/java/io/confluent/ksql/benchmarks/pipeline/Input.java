package io.confluent.ksql.benchmarks.pipeline;

import io.confluent.ksql.benchmarks.data.Rows;

/**
 * A topic that is filled before anything reads it.
 *
 * @param rows what is in it
 * @param count how many of them; 0 for as many as the case has
 */
public record Input(Rows rows, long count) {
  /** As many rows as the case has. */
  public static Input of(Rows rows) {
    return new Input(rows, 0);
  }

  /** How many rows that is of a case with so many. */
  public long count(long ofCase) {
    return count == 0 ? ofCase : count;
  }
}
