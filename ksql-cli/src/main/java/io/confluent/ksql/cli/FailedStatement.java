package io.confluent.ksql.cli;

import io.confluent.ksql.util.KsqlException;

/** A statement failed; remembers its text, into which the error may point. */
final class FailedStatement extends KsqlException {
  private final String text;
  private final transient KsqlException reason;

  FailedStatement(String text, KsqlException reason) {
    super(reason.getMessage(), reason);
    this.text = text;
    this.reason = reason;
  }

  String text() {
    return text;
  }

  KsqlException reason() {
    return reason;
  }
}
