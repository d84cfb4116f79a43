package io.confluent.ksql.parser.syntax;

import org.antlr.v4.runtime.tree.RuleNode;

/**
 * A visitor that fails where the generated one would go on silently: at an alternative of the
 * grammar that nobody wrote a method for.
 *
 * @param <R> what a visit yields
 */
abstract class StrictVisitor<R> extends KsqlGrammarBaseVisitor<R> {
  @Override
  public final R visitChildren(RuleNode node) {
    throw new IllegalStateException(
        getClass().getSimpleName() + " has no method for " + node.getClass().getSimpleName());
  }
}
