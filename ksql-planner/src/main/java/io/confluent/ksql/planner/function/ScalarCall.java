package io.confluent.ksql.planner.function;

import io.confluent.ksql.function.udf.UdfWarnings;
import io.confluent.ksql.row.RawText;
import java.util.Optional;

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

  /** The same function over a text that is no String yet; empty if it wants a String. */
  default Optional<RawText.Reader> reader() {
    return Optional.empty();
  }

  /** Says where the function's warnings of its arguments go; most functions have none. */
  default void warnTo(UdfWarnings warnings) {}
}
