package io.confluent.ksql.parser;

import io.confluent.ksql.diagnostic.Span;
import java.util.Objects;

/**
 * One statement of a script.
 *
 * @param text as written, from its first word to its semicolon
 * @param offset where it begins in the script; spans of what is parsed from it count from there
 */
public record StatementText(String text, int offset) {
  public StatementText {
    Objects.requireNonNull(text, "text");
  }

  /** Where something of this statement stands in the script. */
  public Span inScript(Span span) {
    return span.shiftedBy(offset);
  }
}
