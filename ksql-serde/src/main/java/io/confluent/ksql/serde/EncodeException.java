package io.confluent.ksql.serde;

/** A format cannot hold the values of a row. */
public final class EncodeException extends RuntimeException {
  /** An error without another behind it. */
  public EncodeException(String message) {
    super(message);
  }

  /** An error that another one caused. */
  public EncodeException(String message, Throwable cause) {
    super(message, cause);
  }
}
