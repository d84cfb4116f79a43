package io.confluent.ksql.function.udf;

import java.util.function.Supplier;

/** Takes what a function has to say of arguments for which it gives a result nevertheless. */
@FunctionalInterface
public interface UdfWarnings {
  /**
   * Warns of the arguments at hand. The record is counted; one among many is written to the
   * processing log.
   *
   * @param message a sentence, asked for only if it is written
   */
  void warn(Supplier<String> message);
}
