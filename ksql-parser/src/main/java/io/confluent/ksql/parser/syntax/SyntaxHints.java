package io.confluent.ksql.parser.syntax;

import io.confluent.ksql.name.Names;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;

/** Ways out of an error of syntax: the first of some common slips that explains it. */
final class SyntaxHints {
  private static final List<Integer> CLAUSES =
      List.of(
          KsqlGrammarParser.FROM,
          KsqlGrammarParser.WINDOW,
          KsqlGrammarParser.WHERE,
          KsqlGrammarParser.GROUP,
          KsqlGrammarParser.PARTITION,
          KsqlGrammarParser.HAVING,
          KsqlGrammarParser.EMIT,
          KsqlGrammarParser.LIMIT);
  private static final List<Integer> FIRST_WORDS =
      List.of(
          KsqlGrammarParser.SELECT,
          KsqlGrammarParser.CREATE,
          KsqlGrammarParser.INSERT,
          KsqlGrammarParser.DROP,
          KsqlGrammarParser.ALTER,
          KsqlGrammarParser.DESCRIBE,
          KsqlGrammarParser.PRINT,
          KsqlGrammarParser.EXPLAIN,
          KsqlGrammarParser.SHOW,
          KsqlGrammarParser.LIST,
          KsqlGrammarParser.TERMINATE,
          KsqlGrammarParser.PAUSE,
          KsqlGrammarParser.RESUME,
          KsqlGrammarParser.SET,
          KsqlGrammarParser.UNSET,
          KsqlGrammarParser.DEFINE,
          KsqlGrammarParser.UNDEFINE,
          KsqlGrammarParser.ASSERT,
          KsqlGrammarParser.RUN);

  private final List<Token> tokens;
  private final int offending;
  private final Token token;
  private final Expectations expected;

  SyntaxHints(List<Token> tokens, int offending, Expectations expected) {
    this.tokens = tokens;
    this.offending = offending;
    this.token = tokens.get(offending);
    this.expected = expected;
  }

  Optional<String> hint() {
    return semicolonInside()
        .or(this::unclosedBracket)
        .or(this::doubleQuotes)
        .or(this::doubleEquals)
        .or(this::missingSemicolon)
        .or(this::clauseOrder)
        .or(this::nearestWord);
  }

  /** The words that statements begin with. */
  static List<String> firstWords() {
    return FIRST_WORDS.stream().map(Words::of).toList();
  }

  /** The keywords among what was expected. */
  private static List<String> keywords(Expectations expected) {
    Stream<String> query =
        expected.rules().contains(KsqlGrammarParser.RULE_query) ? Stream.of("SELECT") : Stream.of();
    Stream<String> words = expected.tokenTypes().stream().filter(Words::isKeyword).map(Words::of);
    return Stream.concat(query, words).toList();
  }

  private Optional<String> semicolonInside() {
    boolean after = offending > 0 && type(offending - 1) == KsqlGrammarParser.SEMICOLON;
    return after && expected.tokenTypes().contains(Token.EOF)
        ? Optional.of("Only one statement can stand here.")
        : Optional.empty();
  }

  private Optional<String> unclosedBracket() {
    boolean ends = token.getType() == Token.EOF || token.getType() == KsqlGrammarParser.SEMICOLON;
    if (!ends) {
      return Optional.empty();
    }
    Deque<Token> open = new ArrayDeque<>();
    for (Token before : tokens.subList(0, offending)) {
      switch (before.getType()) {
        case KsqlGrammarParser.OPEN, KsqlGrammarParser.OPEN_BRACKET -> open.push(before);
        case KsqlGrammarParser.CLOSE, KsqlGrammarParser.CLOSE_BRACKET -> open.poll();
        default -> {}
      }
    }
    return Optional.ofNullable(open.peek())
        .map(
            bracket ->
                "The %s in line %d, column %d is never closed."
                    .formatted(
                        bracket.getText(), bracket.getLine(), bracket.getCharPositionInLine() + 1));
  }

  private Optional<String> doubleQuotes() {
    boolean quoted = token.getType() == KsqlGrammarParser.QUOTED_IDENTIFIER;
    boolean textExpected =
        expected.rules().contains(KsqlGrammarParser.RULE_string)
            || expected.rules().contains(KsqlGrammarParser.RULE_constant);
    if (!quoted || !textExpected) {
      return Optional.empty();
    }
    String text = token.getText();
    return Optional.of(
        "Texts stand in single quotes: '%s'.".formatted(text.substring(1, text.length() - 1)));
  }

  private Optional<String> doubleEquals() {
    boolean twice =
        token.getType() == KsqlGrammarParser.EQUAL
            && offending > 0
            && type(offending - 1) == KsqlGrammarParser.EQUAL;
    return twice ? Optional.of("Write a single = to compare.") : Optional.empty();
  }

  private Optional<String> missingSemicolon() {
    boolean couldEnd = expected.tokenTypes().contains(KsqlGrammarParser.SEMICOLON);
    return couldEnd && FIRST_WORDS.contains(token.getType())
        ? Optional.of("Put a semicolon before the next statement.")
        : Optional.empty();
  }

  private Optional<String> clauseOrder() {
    int clause = CLAUSES.indexOf(token.getType());
    for (Token before : tokens.subList(0, offending)) {
      if (clause >= 0 && CLAUSES.indexOf(before.getType()) > clause) {
        return Optional.of(
            "The order is FROM, WINDOW, WHERE, GROUP BY, PARTITION BY, HAVING, EMIT, LIMIT.");
      }
    }
    return Optional.empty();
  }

  private Optional<String> nearestWord() {
    String word = token.getText();
    boolean isWord = Character.isLetter(word.codePointAt(0)) && word.length() > 2;
    return isWord
        ? Names.nearest(word.toUpperCase(Locale.ROOT), keywords(expected))
            .map("Did you mean %s?"::formatted)
        : Optional.empty();
  }

  private int type(int index) {
    return tokens.get(index).getType();
  }
}
