package io.confluent.ksql.parser.syntax;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** The keywords, as the grammar has them. */
public final class Words {
  private static final TreeMap<String, Integer> TOKENS = tokens();
  private static final IntervalSet NON_RESERVED = nonReserved();
  private static final Set<String> RESERVED =
      TOKENS.keySet().stream()
          .filter(word -> !NON_RESERVED.contains(TOKENS.get(word)))
          .collect(Collectors.toUnmodifiableSet());

  private Words() {}

  /** All keywords in upper case and alphabetical order. */
  public static List<String> all() {
    return List.copyOf(TOKENS.keySet());
  }

  /** Whether that word, in any case, must be quoted to be a name. */
  public static boolean isReserved(String word) {
    return RESERVED.contains(word.toUpperCase(Locale.ROOT));
  }

  /** The keyword of a token type, in upper case, or the sign, or how the grammar calls it. */
  static String of(int tokenType) {
    String literal = KsqlGrammarParser.VOCABULARY.getLiteralName(tokenType);
    return literal == null
        ? KsqlGrammarParser.VOCABULARY.getDisplayName(tokenType)
        : literal.substring(1, literal.length() - 1);
  }

  /** A token type as messages show it: signs between quotes. */
  static String shown(int tokenType) {
    if (tokenType == Token.EOF) {
      return "the end";
    }
    return isKeyword(tokenType) ? of(tokenType) : "'" + of(tokenType) + "'";
  }

  static boolean isKeyword(int tokenType) {
    return TOKENS.containsValue(tokenType);
  }

  private static TreeMap<String, Integer> tokens() {
    TreeMap<String, Integer> words = new TreeMap<>();
    IntStream.rangeClosed(1, KsqlGrammarParser.VOCABULARY.getMaxTokenType())
        .filter(type -> Character.isLetter(of(type).charAt(0)))
        .filter(type -> KsqlGrammarParser.VOCABULARY.getLiteralName(type) != null)
        .forEach(type -> words.put(of(type), type));
    return words;
  }

  private static IntervalSet nonReserved() {
    return KsqlGrammarParser._ATN.nextTokens(
        KsqlGrammarParser._ATN.ruleToStartState[KsqlGrammarParser.RULE_nonReserved]);
  }
}
