package io.confluent.ksql.planner.function;

import java.util.List;

/** A bound table function: one per use in a query, for one thread at a time. */
@FunctionalInterface
public interface TableCall {
  /**
   * The values for the rows that come of one row.
   *
   * @param arguments coerced as the resolution said; read only, not kept
   * @return the values, possibly null ones; no rows if the list is empty
   */
  List<?> call(Object[] arguments);
}
