package io.confluent.ksql.parser.syntax;

import io.confluent.ksql.parser.ast.Expression;
import io.confluent.ksql.parser.ast.Statement;
import io.confluent.ksql.parser.ast.TypeName;
import io.confluent.ksql.parser.syntax.KsqlGrammarParser.SingleExpressionContext;
import io.confluent.ksql.parser.syntax.KsqlGrammarParser.SingleStatementContext;
import io.confluent.ksql.parser.syntax.KsqlGrammarParser.SingleTypeContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Parses one text; errors are {@code DiagnosticException}s with a span into it. */
public final class TreeParser {
  private static final Entry<SingleStatementContext> STATEMENT =
      new Entry<>(KsqlGrammarParser.RULE_singleStatement, KsqlGrammarParser::singleStatement);
  private static final Entry<SingleExpressionContext> EXPRESSION =
      new Entry<>(KsqlGrammarParser.RULE_singleExpression, KsqlGrammarParser::singleExpression);
  private static final Entry<SingleTypeContext> TYPE =
      new Entry<>(KsqlGrammarParser.RULE_singleType, KsqlGrammarParser::singleType);

  private TreeParser() {}

  /** One statement, with or without its semicolon. */
  public static Statement statement(String text) {
    return parse(text, STATEMENT, (builder, tree) -> builder.statement(tree.statement()));
  }

  /** One expression. */
  public static Expression expression(String text) {
    return parse(text, EXPRESSION, (builder, tree) -> builder.expression(tree.expression()));
  }

  /** One type. */
  public static TypeName type(String text) {
    return parse(text, TYPE, (builder, tree) -> builder.type(tree.type()));
  }

  private static <C extends ParserRuleContext, T> T parse(
      String text, Entry<C> entry, BiFunction<StatementBuilder, C, T> build) {
    Spans spans = new Spans(text);
    List<Token> tokens = tokens(text);
    DepthLimit depth = new DepthLimit(spans);
    depth.checkBrackets(tokens);
    Parse<C> parse = Parse.run(entry, tokens, spans);
    if (parse.offending().isPresent()) {
      throw new SyntaxErrors(spans, tokens, entry)
          .explain(parse.offending().getAsInt())
          .toException();
    }
    C tree = parse.tree().orElseThrow();
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
