package io.confluent.ksql.parser.ast;

/** Of which side a join keeps the rows that have no partner. */
public enum JoinType {
  INNER,
  LEFT,
  RIGHT,
  FULL
}
