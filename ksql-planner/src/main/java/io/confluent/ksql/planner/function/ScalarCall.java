package io.confluent.ksql.planner.function;

import io.confluent.ksql.function.udf.UdfWarnings;

/** A bound scalar function: one per use in a query, for one thread at a time. */
@FunctionalInterface
public interface ScalarCall {
  /**
   * The result for these arguments.
   *
   * @param arguments coerced as the resolution said; read only, not kept
   * @return the result, may be null
   */
  Object call(Object[] arguments);

  /** Says where the function's warnings of its arguments go; most functions have none. */
  default void warnTo(UdfWarnings warnings) {}
}
