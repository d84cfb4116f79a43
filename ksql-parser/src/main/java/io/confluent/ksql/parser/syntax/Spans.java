package io.confluent.ksql.parser.syntax;

import io.confluent.ksql.diagnostic.Span;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Places in one text. The lexer counts code points, spans count {@code char}s. */
final class Spans {
  /**
   * The index of the char at which each code point begins; empty if the two counts are the same.
   */
  private final int[] offsets;

  Spans(String text) {
    int length = text.codePointCount(0, text.length());
    this.offsets = length == text.length() ? new int[0] : offsets(text, length);
  }

  private static int[] offsets(String text, int length) {
    int[] offsets = new int[length + 1];
    for (int i = 1; i <= length; i++) {
      int before = offsets[i - 1];
      offsets[i] = before + Character.charCount(text.codePointAt(before));
    }
    return offsets;
  }

  /** From the first to the last token of a part of the parse tree. */
  Span of(ParserRuleContext part) {
    return part.getStop() == null ? of(part.getStart()) : between(part.getStart(), part.getStop());
  }

  Span of(Token token) {
    return between(token, token);
  }

  /** From the beginning of one token to the end of another; empty at the end of the text. */
  Span between(Token first, Token last) {
    int start = offset(first.getStartIndex());
    return new Span(start, Math.max(0, offset(last.getStopIndex() + 1) - start));
  }

  private int offset(int codePoints) {
    return offsets.length == 0 ? codePoints : offsets[codePoints];
  }
}
