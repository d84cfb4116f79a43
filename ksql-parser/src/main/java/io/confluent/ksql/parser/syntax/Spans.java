package io.confluent.ksql.parser.syntax;

import io.confluent.ksql.diagnostic.Span;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Places in one text. The lexer counts code points, spans count {@code char}s. */
final class Spans {
  private final String text;
  private final boolean surrogates;

  Spans(String text) {
    this.text = text;
    this.surrogates = text.codePointCount(0, text.length()) != text.length();
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
    return surrogates ? text.offsetByCodePoints(0, codePoints) : codePoints;
  }
}
