package io.confluent.ksql.util;

import java.util.Objects;

/** 4 values, any of which may be null; the argument of an aggregate function of 4 columns. */
public class Quadruple<A, B, C, D> {
  public final A first;
  public final B second;
  public final C third;
  public final D fourth;

  /** Holds the values. */
  public Quadruple(A first, B second, C third, D fourth) {
    this.first = first;
    this.second = second;
    this.third = third;
    this.fourth = fourth;
  }

  /** Holds the values. */
  public static <A, B, C, D> Quadruple<A, B, C, D> of(A first, B second, C third, D fourth) {
    return new Quadruple<>(first, second, third, fourth);
  }

  public A getFirst() {
    return first;
  }

  public B getSecond() {
    return second;
  }

  public C getThird() {
    return third;
  }

  public D getFourth() {
    return fourth;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Quadruple<?, ?, ?, ?> that
        && Objects.equals(first, that.first)
        && Objects.equals(second, that.second)
        && Objects.equals(third, that.third)
        && Objects.equals(fourth, that.fourth);
  }

  @Override
  public int hashCode() {
    return Objects.hash(first, second, third, fourth);
  }

  @Override
  public String toString() {
    return "Quadruple(" + first + ", " + second + ", " + third + ", " + fourth + ")";
  }
}
