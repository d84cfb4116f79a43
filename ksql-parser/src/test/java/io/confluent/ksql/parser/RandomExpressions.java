package io.confluent.ksql.parser;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.parser.ast.*;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Expressions and types of every kind, up to a depth. */
class RandomExpressions extends RandomTexts {
  private static final Span HERE = Span.NONE;
  private static final int KINDS = 21;

  RandomExpressions(Random random) {
    super(random);
  }

  Expression expression() {
    return expression(1 + random.nextInt(4));
  }

  Expression expression(int depth) {
    return depth <= 0 ? leaf() : kind(random.nextInt(KINDS), depth - 1);
  }

  private Expression leaf() {
    return chance() ? literal() : new ColumnReference(HERE, maybe(this::name), name());
  }

  private Expression kind(int kind, int d) {
    return switch (kind) {
      case 0 -> new Dereference(HERE, expression(d), name());
      case 1 -> new Subscript(HERE, expression(d), expression(d));
      case 2 -> new Negation(HERE, expression(d));
      case 3, 4 ->
          new Arithmetic(
              HERE, one(List.of(ArithmeticOperator.values())), expression(d), expression(d));
      case 5 ->
          new Comparison(
              HERE, one(List.of(ComparisonOperator.values())), expression(d), expression(d));
      case 6 -> new And(HERE, expression(d), expression(d));
      case 7 -> new Or(HERE, expression(d), expression(d));
      case 8 -> new Not(HERE, expression(d));
      case 9 -> new Between(HERE, expression(d), expression(d), expression(d));
      case 10 -> new In(HERE, expression(d), some(1, 3, () -> expression(d)));
      case 11 ->
          new Like(HERE, expression(d), expression(d), maybe(() -> one(List.of("!", "'", "\\"))));
      case 12 -> new IsNull(HERE, expression(d));
      case 13 -> new SearchedCase(HERE, whens(d), maybe(() -> expression(d)));
      case 14 -> new SimpleCase(HERE, expression(d), whens(d), maybe(() -> expression(d)));
      case 15 -> new CastExpression(HERE, expression(d), type(2));
      case 16 -> new ArrayConstructor(HERE, some(0, 3, () -> expression(d)));
      case 17 ->
          new MapConstructor(
              HERE, some(0, 2, () -> new MapConstructor.Entry(expression(d), expression(d))));
      case 18 ->
          new StructConstructor(
              HERE, some(0, 2, () -> new StructConstructor.Field(name(), expression(d))));
      default -> new FunctionCall(HERE, name(), some(0, 3, () -> argument(d)));
    };
  }

  private List<When> whens(int d) {
    return some(1, 2, () -> new When(HERE, expression(d), expression(d)));
  }

  private Expression argument(int d) {
    return switch (random.nextInt(4)) {
      case 0 -> new LambdaExpression(HERE, some(1, 3, this::name), expression(d));
      case 1 ->
          new IntervalUnit(
              HERE,
              one(
                  List.of(TimeUnit.values())
                      .subList(TimeUnit.MILLISECONDS.ordinal(), TimeUnit.values().length)));
      default -> expression(d);
    };
  }

  TypeName type(int depth) {
    return switch (depth <= 0 ? 0 : random.nextInt(4)) {
      case 0 -> new NamedType(HERE, name(), some(0, 2, this::count));
      case 1 -> new ArrayType(HERE, type(depth - 1));
      case 2 -> new MapType(HERE, type(depth - 1), type(depth - 1));
      default ->
          new StructType(HERE, some(0, 3, () -> new StructType.Field(name(), type(depth - 1))));
    };
  }
}
