package io.confluent.ksql.parser.syntax;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Names;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** Says what is wrong with a text that does not parse. */
final class SyntaxErrors {
  private static final int MAX_EXPECTED = 5;

  /** Each costs one more run of the parser. */
  private static final int MAX_RESERVED = 5;

  /** What may follow any expression; left out of a list that is long without it. */
  private static final Set<String> CONTINUATIONS =
      Set.of(
          "AND", "OR", "NOT", "IS", "IN", "LIKE", "BETWEEN", "AT", "ESCAPE", "'='", "'<>'", "'!='",
          "'<'", "'<='", "'>'", "'>='", "'+'", "'-'", "'*'", "'/'", "'%'", "'||'", "'->'", "'['",
          "'('", "'.'");

  private final Spans spans;
  private final List<Token> tokens;
  private final Entry<?> entry;

  SyntaxErrors(Spans spans, List<Token> tokens, Entry<?> entry) {
    this.spans = spans;
    this.tokens = tokens;
    this.entry = entry;
  }

  /** The error for people, given the index of the token that fits nowhere. */
  Diagnostic explain(int offending) {
    Token token = tokens.get(offending);
    Optional<Diagnostic> lexical = LexicalErrors.explain(token, span(token));
    if (lexical.isPresent()) {
      return lexical.get();
    }
    Expectations expected = Expectations.at(offending, tokens, entry);
    if (offending == 0 && expected.tokenTypes().contains(KsqlGrammarParser.CREATE)) {
      return noStatement(token);
    }
    if (isName(offending, expected)) {
      return reserved(token);
    }
    List<String> wanted = wanted(expected);
    String message = "Unexpected " + shown(token) + among(wanted) + ".";
    return Diagnostic.error(ErrorCode.SYNTAX, span(token), "%s", message)
        .hint(
            OtherSqlHints.hint(tokens, offending)
                .or(() -> new SyntaxHints(tokens, offending, expected).hint()));
  }

  private Diagnostic noStatement(Token token) {
    Span span = span(token);
    if (token.getType() == Token.EOF || token.getType() == KsqlGrammarParser.SEMICOLON) {
      return Diagnostic.error(ErrorCode.SYNTAX, span, "There is no statement.");
    }
    return Diagnostic.error(
            ErrorCode.UNKNOWN_STATEMENT, span, "No statement begins with %s.", shown(token))
        .hint(
            Names.nearest(token.getText(), SyntaxHints.firstWords())
                .map("Did you mean %s?"::formatted));
  }

  private Diagnostic reserved(Token token) {
    String word = token.getText();
    return Diagnostic.error(
            ErrorCode.RESERVED_WORD,
            span(token),
            "%s is a reserved word and no name.",
            word.toUpperCase(Locale.ROOT))
        .hint("Write `%s` to use it as a name.".formatted(word.toUpperCase(Locale.ROOT)));
  }

  /**
   * Whether a reserved word was meant as a name: where only a name can stand, or where all of the
   * text parses if the reserved words that are in the way are taken for names; after a few of them
   * the rest is not tried.
   */
  private boolean isName(int offending, Expectations expected) {
    if (!isReserved(tokens.get(offending))) {
      return false;
    }
    Set<String> wanted = new LinkedHashSet<>(wanted(expected));
    if (wanted.equals(Set.of("<name>"))) {
      return true;
    }
    List<Token> copy = new ArrayList<>(tokens);
    int next = offending;
    for (int words = 0; isReserved(copy.get(next)); words++) {
      if (words == MAX_RESERVED) {
        return true;
      }
      CommonToken name = new CommonToken(copy.get(next));
      name.setType(KsqlGrammarParser.IDENTIFIER);
      copy.set(next, name);
      OptionalInt failure = Parse.run(entry, copy, spans).offending();
      if (failure.isEmpty()) {
        return true;
      }
      if (failure.getAsInt() <= next) {
        return false;
      }
      next = failure.getAsInt();
    }
    return false;
  }

  private static boolean isReserved(Token token) {
    return Words.isKeyword(token.getType())
        && Words.isReserved(token.getText())
        && token.getType() != KsqlGrammarParser.DISTINCT;
  }

  private static List<String> wanted(Expectations expected) {
    Set<String> wanted = new LinkedHashSet<>();
    expected.rules().forEach(rule -> wanted.add(RuleNames.of(rule).orElseThrow()));
    List<String> words = expected.tokenTypes().stream().map(Words::shown).toList();
    words.stream().filter(word -> word.startsWith("'")).forEach(wanted::add);
    wanted.addAll(words);
    if (wanted.contains("<expression>") || wanted.contains("AS")) {
      wanted.remove("<name>");
    }
    if (wanted.contains("';'")) {
      wanted.remove(Words.shown(Token.EOF));
    }
    if (wanted.size() > MAX_EXPECTED) {
      wanted.removeAll(CONTINUATIONS);
    }
    return List.copyOf(wanted);
  }

  private static String among(List<String> wanted) {
    if (wanted.isEmpty()) {
      return "";
    }
    if (wanted.size() > MAX_EXPECTED) {
      return "; expected for example " + either(wanted.subList(0, MAX_EXPECTED));
    }
    return "; expected " + either(wanted);
  }

  private static String either(List<String> wanted) {
    int last = wanted.size() - 1;
    return last == 0
        ? wanted.get(0)
        : String.join(", ", wanted.subList(0, last)) + " or " + wanted.get(last);
  }

  private static String shown(Token token) {
    if (token.getType() == Token.EOF) {
      return "end of the statement";
    }
    String text = token.getText();
    String start = text.length() > 40 ? text.substring(0, 40) + ".." : text;
    return start.startsWith("'") ? start : "'" + start + "'";
  }

  /** Of a token; the end of the text stands right after the last word. */
  private Span span(Token token) {
    int index = tokens.size() - 2;
    return token.getType() == Token.EOF && index >= 0
        ? new Span(spans.of(tokens.get(index)).end(), 0)
        : spans.of(token);
  }
}
