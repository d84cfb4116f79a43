package io.confluent.ksql.engine.topology;

/** A record failed in a query whose policy is to fail with it. */
public final class RecordFailedException extends RuntimeException {
  RecordFailedException(String message) {
    super(message);
  }
}
