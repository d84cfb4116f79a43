package io.confluent.ksql.parser.syntax;

import io.confluent.ksql.parser.ast.Expression;
import io.confluent.ksql.parser.ast.Statement;
import io.confluent.ksql.parser.ast.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Parses one text; errors are {@code DiagnosticException}s with a span into it. */
public final class TreeParser {
  private TreeParser() {}

  /** One statement, with or without its semicolon. */
  public static Statement statement(String text) {
    return parse(
        text,
        KsqlGrammarParser::singleStatement,
        (builder, tree) -> builder.statement(tree.statement()));
  }

  /** One expression. */
  public static Expression expression(String text) {
    return parse(
        text,
        KsqlGrammarParser::singleExpression,
        (builder, tree) -> builder.expression(tree.expression()));
  }

  /** One type. */
  public static TypeName type(String text) {
    return parse(text, KsqlGrammarParser::singleType, (builder, tree) -> builder.type(tree.type()));
  }

  private static <C extends ParserRuleContext, T> T parse(
      String text, Function<KsqlGrammarParser, C> entry, BiFunction<StatementBuilder, C, T> build) {
    Spans spans = new Spans(text);
    List<Token> tokens = tokens(text);
    DepthLimit depth = new DepthLimit(spans);
    depth.checkBrackets(tokens);
    Parse.Result<C> result = new Parse<>(tokens, entry, depth).run();
    if (result.failure().isPresent()) {
      throw new SyntaxErrors(spans, tokens, entry).explain(result.failure().get()).toException();
    }
    C tree = result.tree().orElseThrow();
    depth.checkTree(tree);
    return build.apply(new StatementBuilder(spans), tree);
  }

  private static List<Token> tokens(String text) {
    KsqlGrammarLexer lexer = new KsqlGrammarLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    List<Token> tokens = new ArrayList<>();
    Token token;
    do {
      token = lexer.nextToken();
      if (token.getChannel() == Token.DEFAULT_CHANNEL) {
        tokens.add(token);
      }
    } while (token.getType() != Token.EOF);
    return tokens;
  }
}
