package io.confluent.ksql.mqtt.record;

/** A payload that must be JSON is not. */
public final class NotJsonException extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotJsonException(Throwable cause) {
    super("The payload is not JSON.", cause);
  }
}
