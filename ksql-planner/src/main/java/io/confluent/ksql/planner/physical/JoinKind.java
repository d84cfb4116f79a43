package io.confluent.ksql.planner.physical;

/** Of which side a join keeps the rows that have no partner, with NULLs for the other side. */
public enum JoinKind {
  INNER,
  LEFT,
  RIGHT,
  FULL;

  /** Whether rows of the left side go on without a partner. */
  public boolean keepsLeft() {
    return this == LEFT || this == FULL;
  }

  /** Whether rows of the right side go on without a partner. */
  public boolean keepsRight() {
    return this == RIGHT || this == FULL;
  }
}
