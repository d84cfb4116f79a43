package io.confluent.ksql.rest.wire;

/** What a function makes of rows. */
public enum FunctionKind {
  /** A value of the arguments of one row. */
  SCALAR,
  /** A value of many rows. */
  AGGREGATE,
  /** Rows of one row. */
  TABLE
}
