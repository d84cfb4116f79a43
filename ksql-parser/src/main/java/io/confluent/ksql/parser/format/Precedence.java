package io.confluent.ksql.parser.format;

import io.confluent.ksql.parser.ast.And;
import io.confluent.ksql.parser.ast.Arithmetic;
import io.confluent.ksql.parser.ast.Between;
import io.confluent.ksql.parser.ast.Comparison;
import io.confluent.ksql.parser.ast.Expression;
import io.confluent.ksql.parser.ast.In;
import io.confluent.ksql.parser.ast.IsNull;
import io.confluent.ksql.parser.ast.LambdaExpression;
import io.confluent.ksql.parser.ast.Like;
import io.confluent.ksql.parser.ast.Literal;
import io.confluent.ksql.parser.ast.Negation;
import io.confluent.ksql.parser.ast.Not;
import io.confluent.ksql.parser.ast.Or;

/** How tightly an expression binds, from loose to tight. */
enum Precedence {
  LAMBDA,
  OR,
  AND,
  NOT,
  PREDICATE,
  SUM,
  PRODUCT,
  SIGN,
  PRIMARY;

  Precedence tighter() {
    return values()[ordinal() + 1];
  }

  static Precedence of(Expression expression) {
    if (expression instanceof Arithmetic arithmetic) {
      return switch (arithmetic.operator()) {
        case ADD, SUBTRACT -> SUM;
        case MULTIPLY, DIVIDE, MODULO -> PRODUCT;
      };
    }
    if (expression instanceof LambdaExpression) {
      return LAMBDA;
    }
    if (expression instanceof Or) {
      return OR;
    }
    if (expression instanceof And) {
      return AND;
    }
    if (expression instanceof Not not) {
      return isPredicate(not.operand()) ? PREDICATE : NOT;
    }
    if (expression instanceof Comparison || isPredicate(expression)) {
      return PREDICATE;
    }
    boolean signed =
        expression instanceof Negation
            || expression instanceof Literal literal && LiteralFormatter.isNegative(literal);
    return signed ? SIGN : PRIMARY;
  }

  /** Whether NOT is written inside of it. */
  private static boolean isPredicate(Expression expression) {
    return expression instanceof Between
        || expression instanceof In
        || expression instanceof Like
        || expression instanceof IsNull;
  }
}
