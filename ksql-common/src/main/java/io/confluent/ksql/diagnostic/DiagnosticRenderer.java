package io.confluent.ksql.diagnostic;

/** Draws a diagnostic as text with a caret under the offending words. */
public final class DiagnosticRenderer {
  private static final int MAX_LINE = 100;

  private DiagnosticRenderer() {}

  /**
   * The diagnostic as lines without a final line end.
   *
   * @param sql the text that its span points into
   */
  public static String render(Diagnostic diagnostic, String sql) {
    StringBuilder out = new StringBuilder();
    boolean placed = diagnostic.span().isKnown() && diagnostic.span().start() <= sql.length();
    if (placed) {
      Position position = Position.of(sql, diagnostic.span().start());
      out.append("line ").append(position.line()).append(", column ").append(position.column());
      out.append(": ");
    }
    out.append(diagnostic.message()).append("  [").append(diagnostic.code().label()).append(']');
    if (placed) {
      appendSource(out, diagnostic, sql);
    } else {
      diagnostic.hint().ifPresent(hint -> out.append("\n  ").append(hint));
    }
    diagnostic.notes().forEach(note -> out.append("\n  ").append(note));
    return out.toString();
  }

  private static void appendSource(StringBuilder out, Diagnostic diagnostic, String sql) {
    Span span = diagnostic.span();
    int lineStart = sql.lastIndexOf('\n', span.start() - 1) + 1;
    int lineEnd = sql.indexOf('\n', span.start());
    lineEnd = lineEnd < 0 ? sql.length() : lineEnd;
    int column = span.start() - lineStart;
    int from = column > MAX_LINE / 2 ? column - MAX_LINE / 2 : 0;
    String line = sql.substring(lineStart + from, Math.min(lineEnd, lineStart + from + MAX_LINE));
    String number = Integer.toString(Position.of(sql, span.start()).line());
    out.append("\n  ").append(number).append(" | ").append(line.replace('\t', ' '));
    int carets = Math.max(1, Math.min(span.length(), lineEnd - span.start()));
    carets = Math.min(carets, Math.max(1, line.length() - (column - from)));
    out.append("\n  ").append(" ".repeat(number.length())).append(" | ");
    out.append(" ".repeat(column - from)).append("^".repeat(carets));
    diagnostic.hint().ifPresent(hint -> out.append("  ").append(hint));
  }
}
