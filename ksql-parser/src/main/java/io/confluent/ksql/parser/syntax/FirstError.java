package io.confluent.ksql.parser.syntax;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** Ends parsing at the first error; its cause tells where the parser was. */
final class FirstError extends DefaultErrorStrategy {
  @Override
  public void reportError(Parser recognizer, RecognitionException e) {}

  @Override
  public void recover(Parser recognizer, RecognitionException e) {
    throw new ParseCancellationException(e);
  }

  @Override
  public Token recoverInline(Parser recognizer) {
    throw new ParseCancellationException(new InputMismatchException(recognizer));
  }

  @Override
  public void sync(Parser recognizer) {}
}
