package io.confluent.ksql.function.udaf;

/**
 * An aggregate function that can also take a row back, as aggregation over a table needs.
 *
 * @param <I> type of the argument
 * @param <A> type of the intermediate value
 * @param <O> type of the result
 */
public interface TableUdaf<I, A, O> extends Udaf<I, A, O> {
  /** The intermediate value without the row that was added before. */
  A undo(I valueToUndo, A aggregateValue);
}
