package io.confluent.ksql.parser.syntax;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Says what is wrong with what is no word or sign of the language. */
final class LexicalErrors {
  private static final String CURLY_SINGLE = "\u2018\u2019\u201A\u201B\u00B4\u2032";
  private static final String CURLY_DOUBLE = "\u201C\u201D\u201E\u201F\u00AB\u00BB\u2033";

  private LexicalErrors() {}

  /** The error, unless the token is one that the grammar uses. */
  static Optional<Diagnostic> explain(Token token, Span span) {
    return switch (token.getType()) {
      case KsqlGrammarLexer.UNRECOGNIZED -> Optional.of(unrecognized(token.getText(), span));
      case KsqlGrammarLexer.VARIABLE -> Optional.of(undefined(token.getText(), span));
      case KsqlGrammarLexer.UNCLOSED_STRING,
          KsqlGrammarLexer.UNCLOSED_NAME,
          KsqlGrammarLexer.UNCLOSED_COMMENT ->
          Optional.of(Unclosed.at(span.start(), token.getText().charAt(0)));
      default -> Optional.empty();
    };
  }

  private static Diagnostic unrecognized(String text, Span span) {
    if (CURLY_SINGLE.contains(text)) {
      return Diagnostic.error(ErrorCode.SYNTAX, span, "Curly quote %s.", text)
          .hint("Write the straight quote ' around texts.");
    }
    if (CURLY_DOUBLE.contains(text)) {
      return Diagnostic.error(ErrorCode.SYNTAX, span, "Curly quote %s.", text)
          .hint("Statements stand without quotes, texts in ', names in \".");
    }
    int character = text.codePointAt(0);
    return Diagnostic.error(
        ErrorCode.SYNTAX,
        span,
        "The character %s (U+%04X) has no meaning here.",
        Character.isISOControl(character) ? "" : text,
        character);
  }

  private static Diagnostic undefined(String text, Span span) {
    String name = text.substring(2, text.length() - 1).trim();
    return Diagnostic.error(ErrorCode.INVALID_VARIABLE, span, "Variable %s is not defined.", name)
        .hint("Define it before: DEFINE %s = '..';".formatted(name));
  }
}
