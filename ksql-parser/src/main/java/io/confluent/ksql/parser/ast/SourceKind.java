package io.confluent.ksql.parser.ast;

/** Stream or table. */
public enum SourceKind {
  STREAM,
  TABLE
}
