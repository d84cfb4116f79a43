package io.confluent.ksql.engine;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.util.KsqlException;
import java.util.Objects;

/** One statement of a script is wrong; says which. */
public final class StatementException extends KsqlException {
  private final String statement;
  private final transient Diagnostic diagnostic;

  /** The statement's text, into which the span of the diagnostic points, and what is wrong. */
  public StatementException(String statement, DiagnosticException cause) {
    super(cause.getMessage(), cause);
    this.statement = Objects.requireNonNull(statement, "statement");
    this.diagnostic = cause.diagnostic();
  }

  /** The statement's text. */
  public String statement() {
    return statement;
  }

  /** What is wrong. */
  public Diagnostic diagnostic() {
    return diagnostic;
  }

  /** The words of the statement that are wrong; empty if the error has no place in it. */
  public String place() {
    Span span = diagnostic.span();
    return span.isKnown() && span.end() <= statement.length()
        ? statement.substring(span.start(), span.end())
        : "";
  }
}
