package io.confluent.ksql.function.udaf;

import io.confluent.ksql.schema.ksql.SqlArgument;
import io.confluent.ksql.schema.ksql.types.SqlType;
import java.util.List;
import java.util.Optional;

/**
 * An aggregate function: folds the rows of a group into an intermediate value, and maps that to the
 * result.
 *
 * @param <I> type of the argument; a tuple of {@code io.confluent.ksql.util} for several arguments
 * @param <A> type of the intermediate value, kept in the state store
 * @param <O> type of the result
 */
public interface Udaf<I, A, O> {
  /** The intermediate value of an empty group. */
  A initialize();

  /** The intermediate value after one more row; {@code current} may be null. */
  A aggregate(I current, A aggregate);

  /** The intermediate value of two groups made one, for session windows. */
  A merge(A aggOne, A aggTwo);

  /** The result for an intermediate value. */
  O map(A agg);

  /** Told the SQL types of all arguments, literals included, before any other call. */
  default void initializeTypeArguments(List<SqlArgument> argTypeList) {}

  /** SQL type of the intermediate value; empty if the factory's declaration holds. */
  default Optional<SqlType> getAggregateSqlType() {
    return Optional.empty();
  }

  /** SQL type of the result; empty if the factory's declaration holds. */
  default Optional<SqlType> getReturnSqlType() {
    return Optional.empty();
  }
}
