package io.confluent.ksql.function.builtin.aggregate;

/** Which end of the order of arrival is kept, and whether NULLs count. */
record ByArrival(End end, boolean ignoreNulls) {
  /** An end of the order of arrival. */
  enum End {
    EARLIEST,
    LATEST
  }
}
