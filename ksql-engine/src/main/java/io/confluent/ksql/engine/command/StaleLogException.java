package io.confluent.ksql.engine.command;

/** A command was planned without knowing all commands before it; it must be planned again. */
public final class StaleLogException extends RuntimeException {
  /**
   * The log is longer than was thought.
   *
   * @param expected how many commands were thought to be in it
   * @param actual how many are
   */
  public StaleLogException(long expected, long actual) {
    super("The command was planned after %d commands, there are %d".formatted(expected, actual));
  }
}
