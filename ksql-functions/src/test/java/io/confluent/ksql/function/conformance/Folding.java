package io.confluent.ksql.function.conformance;

import io.confluent.ksql.function.udaf.Udaf;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;

/** An aggregate function made of three operations; the state is the result. */
class Folding<I, A> implements Udaf<I, A, A> {
  private final A initial;
  private final BiFunction<I, A, A> add;
  private final BinaryOperator<A> merge;

  Folding(A initial, BiFunction<I, A, A> add, BinaryOperator<A> merge) {
    this.initial = initial;
    this.add = add;
    this.merge = merge;
  }

  @Override
  public A initialize() {
    return initial;
  }

  @Override
  public A aggregate(I value, A state) {
    return add.apply(value, state);
  }

  @Override
  public A merge(A one, A two) {
    return merge.apply(one, two);
  }

  @Override
  public A map(A state) {
    return state;
  }
}
