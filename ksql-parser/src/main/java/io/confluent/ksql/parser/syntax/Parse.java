package io.confluent.ksql.parser.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.antlr.v4.runtime.tree.ParseTreeListener;

/**
 * One run of the generated parser over a list of tokens.
 *
 * @param <T> the parse tree
 */
final class Parse<T extends ParserRuleContext> {
  private final KsqlGrammarParser parser;
  private final Function<KsqlGrammarParser, T> entry;

  /**
   * A run to be.
   *
   * @param tokens visible ones only, the last being the end of the text
   */
  Parse(List<Token> tokens, Function<KsqlGrammarParser, T> entry, ParseTreeListener listener) {
    this.entry = entry;
    this.parser = new KsqlGrammarParser(new CommonTokenStream(new ListTokenSource(tokens)));
    parser.removeErrorListeners();
    parser.setErrorHandler(new FirstError());
    parser.addParseListener(listener);
  }

  /** The parse tree, or the first error. */
  Result<T> run() {
    try {
      return new Result<>(Optional.of(entry.apply(parser)), Optional.empty());
    } catch (ParseCancellationException e) {
      RecognitionException cause = (RecognitionException) e.getCause();
      return new Result<>(Optional.empty(), Optional.of(failure(cause)));
    }
  }

  private Failure failure(RecognitionException e) {
    int offending = e.getOffendingToken().getTokenIndex();
    int start =
        e instanceof NoViableAltException decision
            ? decision.getStartToken().getTokenIndex()
            : offending;
    List<Integer> invokingStates = new ArrayList<>();
    for (RuleContext c = e.getCtx(); c != null && c.invokingState >= 0; c = c.parent) {
      invokingStates.add(c.invokingState);
    }
    return new Failure(offending, start, e.getOffendingState(), invokingStates);
  }

  /** Either a tree or a failure. */
  record Result<T>(Optional<T> tree, Optional<Failure> failure) {}

  /**
   * Where the parser stopped.
   *
   * @param offending index of the token that fits nowhere
   * @param start index of the token where the failed decision began
   * @param state the parser's state at {@code start}
   * @param invokingStates from which states the rules it was in had been called, innermost first
   */
  record Failure(int offending, int start, int state, List<Integer> invokingStates) {}
}
