package io.confluent.ksql.parser.ast;

/** How a query answers: each change as it comes, or each window once it is closed. */
public enum Emit {
  CHANGES,
  FINAL
}
