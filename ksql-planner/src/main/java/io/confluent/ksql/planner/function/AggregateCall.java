package io.confluent.ksql.planner.function;

/**
 * A bound aggregate function: one per use in a query, for one thread at a time. States are values
 * of the intermediate type and may be stored.
 */
public interface AggregateCall {
  /** The state of an empty group. */
  Object initialize();

  /**
   * The state after one more row.
   *
   * @param arguments the column arguments, coerced as the resolution said
   */
  Object aggregate(Object[] arguments, Object state);

  /** The state of two groups made one; the older comes first. */
  Object merge(Object older, Object newer);

  /** The result for a state; may be null. */
  Object map(Object state);

  /**
   * The state without a row that was added before.
   *
   * @throws UnsupportedOperationException if the function has no undo
   */
  Object undo(Object[] arguments, Object state);
}
