package io.confluent.ksql.parser;

/** Which statements are taken. */
public enum Dialect {
  /** Those a server executes. */
  SERVER,
  /** Also those of the command line client and of SQL test files. */
  TOOLS
}
