package io.confluent.ksql.diagnostic;

import io.confluent.ksql.util.KsqlException;

/** The exception of the engine: carries one {@link Diagnostic}. */
public final class DiagnosticException extends KsqlException {
  private final transient Diagnostic diagnostic;

  DiagnosticException(Diagnostic diagnostic) {
    super(diagnostic.message());
    this.diagnostic = diagnostic;
  }

  DiagnosticException(Diagnostic diagnostic, Throwable cause) {
    super(diagnostic.message(), cause);
    this.diagnostic = diagnostic;
  }

  /** What went wrong. */
  public Diagnostic diagnostic() {
    return diagnostic;
  }
}
