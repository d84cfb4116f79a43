package io.confluent.ksql.util;

/** Root of the exceptions that functions and the engine throw on purpose. */
public class KsqlException extends RuntimeException {
  /**
   * @param message what went wrong
   */
  public KsqlException(String message) {
    super(message);
  }

  /**
   * @param message what went wrong
   * @param cause why
   */
  public KsqlException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * @param cause what went wrong
   */
  public KsqlException(Throwable cause) {
    super(cause);
  }
}
