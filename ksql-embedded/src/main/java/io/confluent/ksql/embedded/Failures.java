package io.confluent.ksql.embedded;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;

/** What a program says when it cannot start. */
final class Failures {
  private Failures() {}

  /** One line that says what is wrong and what to do. */
  static String line(RuntimeException e) {
    if (!(e instanceof DiagnosticException known)) {
      return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
    Diagnostic diagnostic = known.diagnostic();
    StringBuilder line = new StringBuilder(diagnostic.message());
    diagnostic.notes().forEach(note -> line.append(' ').append(note));
    diagnostic.hint().ifPresent(hint -> line.append(' ').append(hint));
    return line.toString();
  }
}
