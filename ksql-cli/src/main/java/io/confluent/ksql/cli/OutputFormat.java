package io.confluent.ksql.cli;

/** How answers are shown. */
enum OutputFormat {
  /** As tables, for people. */
  TABULAR,
  /** As JSON, for programs. */
  JSON
}
