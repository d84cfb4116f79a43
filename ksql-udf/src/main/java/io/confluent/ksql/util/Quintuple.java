package io.confluent.ksql.util;

import java.util.Objects;

/** 5 values, any of which may be null; the argument of an aggregate function of 5 columns. */
public class Quintuple<A, B, C, D, E> {
  public final A first;
  public final B second;
  public final C third;
  public final D fourth;
  public final E fifth;

  /** Holds the values. */
  public Quintuple(A first, B second, C third, D fourth, E fifth) {
    this.first = first;
    this.second = second;
    this.third = third;
    this.fourth = fourth;
    this.fifth = fifth;
  }

  /** Holds the values. */
  public static <A, B, C, D, E> Quintuple<A, B, C, D, E> of(
      A first, B second, C third, D fourth, E fifth) {
    return new Quintuple<>(first, second, third, fourth, fifth);
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

  public E getFifth() {
    return fifth;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Quintuple<?, ?, ?, ?, ?> that
        && Objects.equals(first, that.first)
        && Objects.equals(second, that.second)
        && Objects.equals(third, that.third)
        && Objects.equals(fourth, that.fourth)
        && Objects.equals(fifth, that.fifth);
  }

  @Override
  public int hashCode() {
    return Objects.hash(first, second, third, fourth, fifth);
  }

  @Override
  public String toString() {
    return "Quintuple(" + first + ", " + second + ", " + third + ", " + fourth + ", " + fifth + ")";
  }
}
