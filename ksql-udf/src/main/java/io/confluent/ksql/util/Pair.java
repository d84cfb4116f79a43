package io.confluent.ksql.util;

import java.util.Objects;

/** 2 values, any of which may be null; the argument of an aggregate function of 2 columns. */
public class Pair<L, R> {
  public final L left;
  public final R right;

  /** Holds the values. */
  public Pair(L left, R right) {
    this.left = left;
    this.right = right;
  }

  /** Holds the values. */
  public static <L, R> Pair<L, R> of(L left, R right) {
    return new Pair<>(left, right);
  }

  public L getLeft() {
    return left;
  }

  public R getRight() {
    return right;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Pair<?, ?> that
        && Objects.equals(left, that.left)
        && Objects.equals(right, that.right);
  }

  @Override
  public int hashCode() {
    return Objects.hash(left, right);
  }

  @Override
  public String toString() {
    return "Pair(" + left + ", " + right + ")";
  }
}
