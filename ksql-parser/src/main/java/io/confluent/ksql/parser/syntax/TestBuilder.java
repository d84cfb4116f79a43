package io.confluent.ksql.parser.syntax;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.parser.ast.Between;
import io.confluent.ksql.parser.ast.Comparison;
import io.confluent.ksql.parser.ast.ComparisonOperator;
import io.confluent.ksql.parser.ast.Expression;
import io.confluent.ksql.parser.ast.In;
import io.confluent.ksql.parser.ast.IsNull;
import io.confluent.ksql.parser.ast.Like;
import io.confluent.ksql.parser.ast.Not;
import io.confluent.ksql.parser.syntax.KsqlGrammarParser.*;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.tree.TerminalNode;

/** What is asked about one operand: comparisons, BETWEEN, IN, LIKE, IS NULL. */
final class TestBuilder extends StrictVisitor<Expression> {
  private static final Map<String, ComparisonOperator> COMPARISON =
      Map.of(
          "=", ComparisonOperator.EQUAL,
          "<>", ComparisonOperator.NOT_EQUAL,
          "!=", ComparisonOperator.NOT_EQUAL,
          "<", ComparisonOperator.LESS_THAN,
          "<=", ComparisonOperator.LESS_THAN_OR_EQUAL,
          ">", ComparisonOperator.GREATER_THAN,
          ">=", ComparisonOperator.GREATER_THAN_OR_EQUAL);

  private final ExpressionBuilder expressions;
  private final Spans spans;
  private final NameBuilder names;
  private final Expression operand;
  private final Span span;

  /**
   * A builder for one test.
   *
   * @param span where operand and test stand
   */
  TestBuilder(
      ExpressionBuilder expressions,
      Spans spans,
      NameBuilder names,
      Expression operand,
      Span span) {
    this.expressions = expressions;
    this.spans = spans;
    this.names = names;
    this.operand = operand;
    this.span = span;
  }

  @Override
  public Expression visitComparisonTest(ComparisonTestContext context) {
    return new Comparison(
        span, operator(context.comparison()), operand, expressions.expression(context.right));
  }

  @Override
  public Expression visitBetweenTest(BetweenTestContext context) {
    Expression low = expressions.expression(context.low);
    Expression between = new Between(span, operand, low, expressions.expression(context.high));
    return negatedIf(context.NOT(), between);
  }

  @Override
  public Expression visitInTest(InTestContext context) {
    return negatedIf(context.NOT(), new In(span, operand, expressions.list(context.expression())));
  }

  @Override
  public Expression visitLikeTest(LikeTestContext context) {
    Optional<String> escape = Optional.ofNullable(context.escape).map(names::text);
    if (escape.isPresent() && escape.get().length() != 1) {
      throw Diagnostic.error(
              ErrorCode.INVALID_LITERAL,
              spans.of(context.escape),
              "ESCAPE takes one character, this has %d.",
              escape.get().length())
          .toException();
    }
    Expression like = new Like(span, operand, expressions.expression(context.pattern), escape);
    return negatedIf(context.NOT(), like);
  }

  @Override
  public Expression visitNullTest(NullTestContext context) {
    return negatedIf(context.NOT(), new IsNull(span, operand));
  }

  private static ComparisonOperator operator(ComparisonContext context) {
    if (context.IS() != null) {
      return context.NOT() == null
          ? ComparisonOperator.IS_DISTINCT_FROM
          : ComparisonOperator.IS_NOT_DISTINCT_FROM;
    }
    return COMPARISON.get(context.getText());
  }

  private static Expression negatedIf(TerminalNode not, Expression expression) {
    return not == null ? expression : new Not(expression.span(), expression);
  }
}
