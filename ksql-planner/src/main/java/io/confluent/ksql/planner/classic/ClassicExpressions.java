package io.confluent.ksql.planner.classic;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.parser.ast.And;
import io.confluent.ksql.parser.ast.Arithmetic;
import io.confluent.ksql.parser.ast.ArithmeticOperator;
import io.confluent.ksql.parser.ast.ArrayConstructor;
import io.confluent.ksql.parser.ast.Between;
import io.confluent.ksql.parser.ast.CastExpression;
import io.confluent.ksql.parser.ast.ColumnReference;
import io.confluent.ksql.parser.ast.Comparison;
import io.confluent.ksql.parser.ast.Dereference;
import io.confluent.ksql.parser.ast.Expression;
import io.confluent.ksql.parser.ast.FunctionCall;
import io.confluent.ksql.parser.ast.In;
import io.confluent.ksql.parser.ast.IntervalUnit;
import io.confluent.ksql.parser.ast.IsNull;
import io.confluent.ksql.parser.ast.LambdaExpression;
import io.confluent.ksql.parser.ast.Like;
import io.confluent.ksql.parser.ast.Literal;
import io.confluent.ksql.parser.ast.MapConstructor;
import io.confluent.ksql.parser.ast.Negation;
import io.confluent.ksql.parser.ast.Not;
import io.confluent.ksql.parser.ast.Or;
import io.confluent.ksql.parser.ast.SearchedCase;
import io.confluent.ksql.parser.ast.SimpleCase;
import io.confluent.ksql.parser.ast.StructConstructor;
import io.confluent.ksql.parser.ast.Subscript;
import io.confluent.ksql.parser.ast.When;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Expressions: positions counted from 0 become positions counted from 1, numbers with a point
 * become DOUBLE, and the functions of window bounds become columns.
 */
final class ClassicExpressions implements Expression.Visitor<Expression> {
  private static final ClassicExpressions VISITOR = new ClassicExpressions();

  private ClassicExpressions() {}

  static Expression of(Expression expression) {
    return expression.accept(VISITOR);
  }

  static List<Expression> of(List<Expression> expressions) {
    return expressions.stream().map(ClassicExpressions::of).toList();
  }

  private static List<When> whens(List<When> whens) {
    return whens.stream()
        .map(when -> new When(when.span(), of(when.condition()), of(when.result())))
        .toList();
  }

  private static Optional<Expression> of(Optional<Expression> expression) {
    return expression.map(ClassicExpressions::of);
  }

  @Override
  public Expression literal(Literal node) {
    return node.value() instanceof BigDecimal number
        ? new Literal(node.span(), number.doubleValue())
        : node;
  }

  /** Arrays counted from 0; a map has texts as keys. */
  @Override
  public Expression subscript(Subscript node) {
    Expression index = of(node.index());
    if (index instanceof Literal literal && literal.value() instanceof Integer place) {
      index = new Literal(literal.span(), place + 1);
    }
    return new Subscript(node.span(), of(node.base()), index);
  }

  @Override
  public Expression functionCall(FunctionCall node) {
    List<Expression> arguments = of(node.arguments());
    String name = node.name().text().toUpperCase(Locale.ROOT);
    return switch (name) {
      case "WINDOWSTART", "WINDOWEND" ->
          arguments.isEmpty()
              ? new ColumnReference(
                  node.span(),
                  Optional.empty(),
                  new Identifier(name, node.name().span(), node.name().quoted()))
              : new FunctionCall(node.span(), node.name(), arguments);
      case "SUBSTRING" -> new FunctionCall(node.span(), node.name(), part(arguments));
      default -> new FunctionCall(node.span(), node.name(), arguments);
    };
  }

  /** From a start counted from 0 to before an end, as a start counted from 1 and a length. */
  private static List<Expression> part(List<Expression> arguments) {
    List<Expression> part = new ArrayList<>(arguments);
    if (arguments.size() > 1) {
      Expression start = arguments.get(1);
      part.set(1, sum(ArithmeticOperator.ADD, start, new Literal(start.span(), 1)));
      if (arguments.size() > 2) {
        part.set(2, sum(ArithmeticOperator.SUBTRACT, arguments.get(2), start));
      }
    }
    return part;
  }

  private static Expression sum(ArithmeticOperator operator, Expression left, Expression right) {
    Span span = left.span();
    return new Arithmetic(span, operator, left, right);
  }

  @Override
  public Expression columnReference(ColumnReference node) {
    return node;
  }

  @Override
  public Expression dereference(Dereference node) {
    return new Dereference(node.span(), of(node.base()), node.field());
  }

  @Override
  public Expression negation(Negation node) {
    return new Negation(node.span(), of(node.operand()));
  }

  @Override
  public Expression arithmetic(Arithmetic node) {
    return new Arithmetic(node.span(), node.operator(), of(node.left()), of(node.right()));
  }

  @Override
  public Expression comparison(Comparison node) {
    return new Comparison(node.span(), node.operator(), of(node.left()), of(node.right()));
  }

  @Override
  public Expression and(And node) {
    return new And(node.span(), of(node.left()), of(node.right()));
  }

  @Override
  public Expression or(Or node) {
    return new Or(node.span(), of(node.left()), of(node.right()));
  }

  @Override
  public Expression not(Not node) {
    return new Not(node.span(), of(node.operand()));
  }

  @Override
  public Expression between(Between node) {
    return new Between(node.span(), of(node.value()), of(node.low()), of(node.high()));
  }

  @Override
  public Expression in(In node) {
    return new In(node.span(), of(node.value()), of(node.list()));
  }

  @Override
  public Expression like(Like node) {
    return new Like(node.span(), of(node.value()), of(node.pattern()), node.escape());
  }

  @Override
  public Expression isNull(IsNull node) {
    return new IsNull(node.span(), of(node.operand()));
  }

  @Override
  public Expression searchedCase(SearchedCase node) {
    return new SearchedCase(node.span(), whens(node.whens()), of(node.otherwise()));
  }

  @Override
  public Expression simpleCase(SimpleCase node) {
    return new SimpleCase(
        node.span(), of(node.operand()), whens(node.whens()), of(node.otherwise()));
  }

  @Override
  public Expression cast(CastExpression node) {
    return new CastExpression(node.span(), of(node.operand()), node.type());
  }

  @Override
  public Expression arrayConstructor(ArrayConstructor node) {
    return new ArrayConstructor(node.span(), of(node.elements()));
  }

  @Override
  public Expression mapConstructor(MapConstructor node) {
    return new MapConstructor(
        node.span(),
        node.entries().stream()
            .map(entry -> new MapConstructor.Entry(of(entry.key()), of(entry.value())))
            .toList());
  }

  @Override
  public Expression structConstructor(StructConstructor node) {
    return new StructConstructor(
        node.span(),
        node.fields().stream()
            .map(field -> new StructConstructor.Field(field.name(), of(field.value())))
            .toList());
  }

  @Override
  public Expression lambda(LambdaExpression node) {
    return new LambdaExpression(node.span(), node.parameters(), of(node.body()));
  }

  @Override
  public Expression intervalUnit(IntervalUnit node) {
    return node;
  }
}
