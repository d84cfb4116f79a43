package io.confluent.ksql.serde.registry;

/** A schema registry refused or could not be reached. */
public final class RegistryException extends RuntimeException {
  /** A schema is not compatible with earlier ones. */
  public static final int INCOMPATIBLE = 409;

  /** A text is not a schema. */
  public static final int INVALID_SCHEMA = 42201;

  /** The registry could not be reached. */
  public static final int UNREACHABLE = 0;

  private final int code;

  /**
   * The registry answered with an error.
   *
   * @param code the registry's error code, of which the first three digits are the HTTP status
   */
  public RegistryException(int code, String message) {
    super(message);
    this.code = code;
  }

  /** The registry could not be asked. */
  public RegistryException(String message, Throwable cause) {
    super(message, cause);
    this.code = UNREACHABLE;
  }

  /** The registry's error code; {@link #UNREACHABLE} if it gave none. */
  public int code() {
    return code;
  }

  /** The HTTP status that belongs to the code; 0 if the registry could not be reached. */
  public int status() {
    return code > 999 ? code / 100 : code;
  }
}
