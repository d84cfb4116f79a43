package io.confluent.ksql.parser.syntax;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * What one run of the generated parser came to: either a tree or an error.
 *
 * @param offending index of the first token that fits nowhere
 * @param <T> the parse tree
 */
record Parse<T extends ParserRuleContext>(Optional<T> tree, OptionalInt offending) {

  /**
   * Parses.
   *
   * @param tokens visible ones only, the last being the end of the text
   */
  static <T extends ParserRuleContext> Parse<T> run(
      Entry<T> entry, List<Token> tokens, Spans spans) {
    // The cheap way decides without looking at the rules it is in, and may so refuse a good text.
    Parse<T> cheap = run(entry, tokens, spans, PredictionMode.SLL);
    return cheap.tree.isPresent() ? cheap : run(entry, tokens, spans, PredictionMode.LL);
  }

  private static <T extends ParserRuleContext> Parse<T> run(
      Entry<T> entry, List<Token> tokens, Spans spans, PredictionMode mode) {
    KsqlGrammarParser parser =
        new KsqlGrammarParser(new CommonTokenStream(new ListTokenSource(tokens)));
    parser.getInterpreter().setPredictionMode(mode);
    parser.removeErrorListeners();
    parser.setErrorHandler(new FirstError());
    parser.addParseListener(new DepthLimit(spans));
    try {
      return new Parse<>(Optional.of(entry.method().apply(parser)), OptionalInt.empty());
    } catch (ParseCancellationException e) {
      RecognitionException cause = (RecognitionException) e.getCause();
      int offending = cause.getOffendingToken().getTokenIndex();
      return new Parse<>(Optional.empty(), OptionalInt.of(offending));
    }
  }
}
