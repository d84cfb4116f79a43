package io.confluent.ksql.parser;

/** Whether the last statement of a script must end with a semicolon. */
public enum FinalSemicolon {
  REQUIRED,
  OPTIONAL
}
