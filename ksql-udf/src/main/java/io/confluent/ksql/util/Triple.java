package io.confluent.ksql.util;

import java.util.Objects;

/** 3 values, any of which may be null; the argument of an aggregate function of 3 columns. */
public class Triple<L, M, R> {
  public final L left;
  public final M middle;
  public final R right;

  /** Holds the values. */
  public Triple(L left, M middle, R right) {
    this.left = left;
    this.middle = middle;
    this.right = right;
  }

  /** Holds the values. */
  public static <L, M, R> Triple<L, M, R> of(L left, M middle, R right) {
    return new Triple<>(left, middle, right);
  }

  public L getLeft() {
    return left;
  }

  public M getMiddle() {
    return middle;
  }

  public R getRight() {
    return right;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Triple<?, ?, ?> that
        && Objects.equals(left, that.left)
        && Objects.equals(middle, that.middle)
        && Objects.equals(right, that.right);
  }

  @Override
  public int hashCode() {
    return Objects.hash(left, middle, right);
  }

  @Override
  public String toString() {
    return "Triple(" + left + ", " + middle + ", " + right + ")";
  }
}
