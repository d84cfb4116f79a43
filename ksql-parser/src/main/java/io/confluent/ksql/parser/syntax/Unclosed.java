package io.confluent.ksql.parser.syntax;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;

/** The error of a quote or comment without its end. */
public final class Unclosed {
  private Unclosed() {}

  /**
   * The error.
   *
   * @param index where the quote or comment begins
   * @param opening its first character
   */
  public static Diagnostic at(int index, char opening) {
    return switch (opening) {
      case '/' -> error(new Span(index, 2), "comment", "*/");
      case '\'' -> error(new Span(index, 1), "text", "'");
      default -> error(new Span(index, 1), "name", String.valueOf(opening));
    };
  }

  private static Diagnostic error(Span span, String what, String end) {
    return Diagnostic.error(
            ErrorCode.SYNTAX, span, "The %s that begins here is never closed.", what)
        .hint("Close it with %s".formatted(end));
  }
}
