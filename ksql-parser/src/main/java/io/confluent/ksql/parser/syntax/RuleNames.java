package io.confluent.ksql.parser.syntax;

import java.util.Map;
import java.util.Optional;

/** What people call rules of the grammar, where a message can name one instead of its tokens. */
final class RuleNames {
  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(KsqlGrammarParser.RULE_query, "<query>"),
          Map.entry(KsqlGrammarParser.RULE_expression, "<expression>"),
          Map.entry(KsqlGrammarParser.RULE_predicate, "<expression>"),
          Map.entry(KsqlGrammarParser.RULE_operand, "<expression>"),
          Map.entry(KsqlGrammarParser.RULE_primary, "<expression>"),
          Map.entry(KsqlGrammarParser.RULE_argument, "<expression>"),
          Map.entry(KsqlGrammarParser.RULE_constant, "<value>"),
          Map.entry(KsqlGrammarParser.RULE_type, "<type>"),
          Map.entry(KsqlGrammarParser.RULE_window, "<window>"),
          Map.entry(KsqlGrammarParser.RULE_duration, "<duration>"),
          Map.entry(KsqlGrammarParser.RULE_unit, "<unit of time>"),
          Map.entry(KsqlGrammarParser.RULE_limit, "<whole number>"),
          Map.entry(KsqlGrammarParser.RULE_integer, "<whole number>"),
          Map.entry(KsqlGrammarParser.RULE_string, "<text>"),
          Map.entry(KsqlGrammarParser.RULE_sourceName, "<name>"),
          Map.entry(KsqlGrammarParser.RULE_topicName, "<name>"),
          Map.entry(KsqlGrammarParser.RULE_variableName, "<name>"),
          Map.entry(KsqlGrammarParser.RULE_identifier, "<name>"));

  private RuleNames() {}

  /** The name in angle brackets, if the rule has one. */
  static Optional<String> of(int ruleIndex) {
    return Optional.ofNullable(NAMES.get(ruleIndex));
  }
}
