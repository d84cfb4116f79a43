package io.confluent.ksql.parser.syntax;

import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;

/**
 * A rule of the grammar that can be parsed by itself.
 *
 * @param rule its index
 * @param method the parser's method for it
 * @param <T> its parse tree
 */
record Entry<T extends ParserRuleContext>(int rule, Function<KsqlGrammarParser, T> method) {}
