package io.confluent.ksql.execution.codegen.helpers;

import java.util.function.Function;

/**
 * A function of three arguments, the Java form of a three-argument lambda.
 *
 * @param <A> first argument
 * @param <B> second argument
 * @param <C> third argument
 * @param <R> result
 */
@FunctionalInterface
public interface TriFunction<A, B, C, R> {
  /** Applies the function. */
  R apply(A a, B b, C c);

  /** This function, then another on its result. */
  default <V> TriFunction<A, B, C, V> andThen(Function<? super R, ? extends V> after) {
    return (a, b, c) -> after.apply(apply(a, b, c));
  }
}
