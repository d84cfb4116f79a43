package io.confluent.ksql.engine.compile;

import java.util.function.Supplier;

/**
 * Takes the errors of parts of an expression that become NULL without the whole being lost: casts,
 * arguments of functions, items of constructors.
 */
@FunctionalInterface
public interface EvaluationErrors {
  /**
   * A part of an expression has no value for the row at hand.
   *
   * @param part what it was, for people
   * @param cause why
   */
  void report(String part, RuntimeException cause);

  /**
   * A function warns of arguments for which it gives a result nevertheless.
   *
   * @param message a sentence, asked for only if it is wanted
   */
  default void warn(Supplier<String> message) {}
}
