package io.confluent.ksql.engine.compile;

import io.confluent.ksql.row.RowView;

/** A compiled expression; for one thread at a time, since the functions in it are. */
@FunctionalInterface
public interface Evaluator {
  /**
   * The value for a row; null is SQL's NULL.
   *
   * @throws RuntimeException if there is none; most often an {@link EvaluationException} or what a
   *     function threw
   */
  Object evaluate(RowView row);
}
