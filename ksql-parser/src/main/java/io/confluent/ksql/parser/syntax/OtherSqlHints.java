package io.confluent.ksql.parser.syntax;

import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Ways out for what other dialects of SQL have and this one has not. */
final class OtherSqlHints {
  private OtherSqlHints() {}

  /** The hint, if the token begins something of the kind. */
  static Optional<String> hint(List<Token> tokens, int offending) {
    if (offending == 0) {
      return Optional.empty();
    }
    Token before = tokens.get(offending - 1);
    int type = tokens.get(offending).getType();
    if (type == KsqlGrammarParser.DISTINCT) {
      return Optional.of("There is no DISTINCT; use GROUP BY, or COUNT_DISTINCT(x) to count.");
    }
    if (isSubquery(tokens, offending)) {
      return Optional.of("There are no queries inside queries; create a stream or table of it.");
    }
    if (type == KsqlGrammarParser.BY && before.getText().equalsIgnoreCase("order")) {
      return Optional.of("There is no ORDER BY: rows come as they happen.");
    }
    if (type == KsqlGrammarParser.COMMA && isFrom(tokens, offending)) {
      return Optional.of("Write JOIN .. ON to read from two.");
    }
    boolean dashed = type == KsqlGrammarParser.MINUS || type == KsqlGrammarParser.DOT;
    return dashed && before.getType() == KsqlGrammarParser.IDENTIFIER
        ? Optional.of("A name with other signs than letters, digits and '_' stands in quotes.")
        : Optional.empty();
  }

  private static boolean isSubquery(List<Token> tokens, int offending) {
    int type = tokens.get(offending).getType();
    int bracket = type == KsqlGrammarParser.SELECT ? offending - 1 : offending;
    return bracket >= 0
        && tokens.get(bracket).getType() == KsqlGrammarParser.OPEN
        && tokens.get(bracket + 1).getType() == KsqlGrammarParser.SELECT;
  }

  /** Whether only names stand between FROM and a token. */
  private static boolean isFrom(List<Token> tokens, int index) {
    for (int i = index - 1; i >= 0 && index - i <= 4; i--) {
      if (tokens.get(i).getType() == KsqlGrammarParser.FROM) {
        return true;
      }
    }
    return false;
  }
}
