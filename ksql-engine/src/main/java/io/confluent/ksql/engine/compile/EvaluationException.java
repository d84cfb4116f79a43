package io.confluent.ksql.engine.compile;

/** An expression has no value for a row. Thrown per record, so it carries no stack trace. */
public final class EvaluationException extends RuntimeException {
  /** An error with a short cause, without a final full stop. */
  public EvaluationException(String message) {
    super(message, null, false, false);
  }
}
