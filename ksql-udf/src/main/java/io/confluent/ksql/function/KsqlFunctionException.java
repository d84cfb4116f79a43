package io.confluent.ksql.function;

import io.confluent.ksql.util.KsqlException;

/** Thrown by a function that cannot give a result for its arguments. */
public class KsqlFunctionException extends KsqlException {
  /**
   * @param message what went wrong
   */
  public KsqlFunctionException(String message) {
    super(message);
  }

  /**
   * @param message what went wrong
   * @param cause why
   */
  public KsqlFunctionException(String message, Throwable cause) {
    super(message, cause);
  }
}
