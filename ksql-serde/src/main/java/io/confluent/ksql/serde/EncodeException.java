package io.confluent.ksql.serde;

/** A format cannot hold the values of a row. */
public final class EncodeException extends RuntimeException {
  private final boolean ofAllRows;

  private EncodeException(String message, Throwable cause, boolean ofAllRows) {
    super(message, cause);
    this.ofAllRows = ofAllRows;
  }

  /** An error without another behind it. */
  public EncodeException(String message) {
    this(message, null, false);
  }

  /** An error that another one caused. */
  public EncodeException(String message, Throwable cause) {
    this(message, cause, false);
  }

  /** The same error seen from outside: of a field of a record. */
  public EncodeException inside(String field) {
    return new EncodeException("Field " + field + ": " + getMessage(), getCause(), ofAllRows);
  }

  /** The same error, which no row of these columns can escape. */
  EncodeException ofAllRows() {
    return new EncodeException(getMessage(), getCause(), true);
  }

  /** Whether it is the columns that cannot be written, so that there is no use in going on. */
  public boolean isOfAllRows() {
    return ofAllRows;
  }
}
