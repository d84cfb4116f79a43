package io.confluent.ksql.parser.syntax;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.ParseTreeListener;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Refuses statements that nest so deeply that walking them could overflow a stack, here or in any
 * later stage: all of them recurse.
 */
final class DepthLimit implements ParseTreeListener {
  /** Rules of the grammar in each other while parsing; a bracket is four of them. */
  private static final int MAX_NESTING = 500;

  /** Nodes of the parse tree in each other, where a chain of operators has one for each. */
  private static final int MAX_DEPTH = 600;

  /** Looking ahead recurses too, before any rule is entered. */
  private static final int MAX_BRACKETS = 200;

  private final Spans spans;
  private int depth;

  DepthLimit(Spans spans) {
    this.spans = spans;
  }

  /** Before parsing: counts brackets. */
  void checkBrackets(List<Token> tokens) {
    int open = 0;
    for (Token token : tokens) {
      switch (token.getType()) {
        case KsqlGrammarParser.OPEN, KsqlGrammarParser.OPEN_BRACKET -> open++;
        case KsqlGrammarParser.CLOSE, KsqlGrammarParser.CLOSE_BRACKET -> open--;
        default -> {}
      }
      if (open > MAX_BRACKETS) {
        throw tooDeep(spans.of(token));
      }
    }
  }

  /** After parsing: operands in a row make a deep tree without any recursion of the parser. */
  void checkTree(ParserRuleContext tree) {
    Deque<ParserRuleContext> nodes = new ArrayDeque<>();
    Deque<Integer> depths = new ArrayDeque<>();
    nodes.push(tree);
    depths.push(1);
    while (!nodes.isEmpty()) {
      ParserRuleContext node = nodes.pop();
      int nodeDepth = depths.pop();
      if (nodeDepth > MAX_DEPTH) {
        throw tooDeep(spans.of(node.getStart()));
      }
      for (ParseTree child : node.children == null ? List.<ParseTree>of() : node.children) {
        if (child instanceof ParserRuleContext rule) {
          nodes.push(rule);
          depths.push(nodeDepth + 1);
        }
      }
    }
  }

  @Override
  public void enterEveryRule(ParserRuleContext context) {
    depth++;
    if (depth > MAX_NESTING) {
      throw tooDeep(spans.of(context.getStart()));
    }
  }

  @Override
  public void exitEveryRule(ParserRuleContext context) {
    depth--;
  }

  @Override
  public void visitTerminal(TerminalNode node) {}

  @Override
  public void visitErrorNode(ErrorNode node) {}

  private static DiagnosticException tooDeep(Span span) {
    return Diagnostic.error(
            ErrorCode.STATEMENT_TOO_DEEP, span, "The statement nests too deeply at this place.")
        .hint("Use fewer brackets or shorter chains of operators; IN takes long lists.")
        .toException();
  }
}
