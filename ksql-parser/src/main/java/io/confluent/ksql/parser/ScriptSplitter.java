package io.confluent.ksql.parser;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.parser.syntax.Unclosed;
import java.util.ArrayList;
import java.util.List;

/** Cuts a script at semicolons that stand outside quotes and comments. */
final class ScriptSplitter {
  private static final int NONE = -1;

  private final String script;
  private final List<StatementText> statements = new ArrayList<>();
  private int begin = NONE;
  private int lastEnd;
  private int unclosed = NONE;

  ScriptSplitter(String script) {
    this.script = script;
    scan();
  }

  List<StatementText> split(FinalSemicolon last) {
    if (unclosed != NONE) {
      throw Unclosed.at(unclosed, script.charAt(unclosed)).toException();
    }
    if (begin != NONE) {
      if (last == FinalSemicolon.REQUIRED) {
        throw Diagnostic.error(
                ErrorCode.SYNTAX, new Span(lastEnd, 0), "The last statement has no semicolon.")
            .hint("End it with ;.")
            .toException();
      }
      addStatement(lastEnd);
    }
    return List.copyOf(statements);
  }

  boolean isComplete() {
    return unclosed == NONE && begin == NONE;
  }

  private void scan() {
    int i = 0;
    while (i < script.length()) {
      Piece piece = piece(i);
      if (piece.closed) {
        take(i, piece);
      } else {
        unclosed = i;
      }
      i = piece.end;
    }
  }

  private void take(int start, Piece piece) {
    switch (piece.kind) {
      case BLANK -> {}
      case WORD -> {
        begin = begin == NONE ? start : begin;
        lastEnd = piece.end;
      }
      case SEMICOLON -> {
        if (begin != NONE) {
          addStatement(piece.end);
        }
      }
    }
  }

  private void addStatement(int end) {
    statements.add(new StatementText(script.substring(begin, end), begin));
    begin = NONE;
  }

  /** What begins at an index. */
  private Piece piece(int start) {
    char c = script.charAt(start);
    if (c == '\'' || c == '"' || c == '`') {
      int end = script.indexOf(c, start + 1);
      return end < 0 ? Piece.open(script.length()) : new Piece(Kind.WORD, end + 1, true);
    }
    if (script.startsWith("--", start)) {
      return new Piece(Kind.BLANK, lineEnd(start), true);
    }
    if (script.startsWith("/*", start)) {
      int end = script.indexOf("*/", start + 2);
      return end < 0 ? Piece.open(script.length()) : new Piece(Kind.BLANK, end + 2, true);
    }
    if (c == ';') {
      return new Piece(Kind.SEMICOLON, start + 1, true);
    }
    boolean blank = isBlank(c) || c == '\\' && endsLine(start + 1);
    return new Piece(blank ? Kind.BLANK : Kind.WORD, start + 1, true);
  }

  private boolean endsLine(int start) {
    int end = start;
    while (end < script.length() && (script.charAt(end) == ' ' || script.charAt(end) == '\t')) {
      end++;
    }
    return end == script.length() || script.charAt(end) == '\n' || script.charAt(end) == '\r';
  }

  private int lineEnd(int start) {
    int end = start;
    while (end < script.length() && script.charAt(end) != '\n' && script.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF';
  }

  private enum Kind {
    BLANK,
    WORD,
    SEMICOLON
  }

  /** A quoted text, a comment, or one other character; open if its end is missing. */
  private record Piece(Kind kind, int end, boolean closed) {
    static Piece open(int end) {
      return new Piece(Kind.WORD, end, false);
    }
  }
}
