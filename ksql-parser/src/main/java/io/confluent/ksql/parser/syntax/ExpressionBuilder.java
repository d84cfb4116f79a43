package io.confluent.ksql.parser.syntax;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.parser.ast.And;
import io.confluent.ksql.parser.ast.Arithmetic;
import io.confluent.ksql.parser.ast.ArithmeticOperator;
import io.confluent.ksql.parser.ast.ArrayConstructor;
import io.confluent.ksql.parser.ast.CastExpression;
import io.confluent.ksql.parser.ast.ColumnReference;
import io.confluent.ksql.parser.ast.Dereference;
import io.confluent.ksql.parser.ast.Expression;
import io.confluent.ksql.parser.ast.FunctionCall;
import io.confluent.ksql.parser.ast.IntervalUnit;
import io.confluent.ksql.parser.ast.LambdaExpression;
import io.confluent.ksql.parser.ast.MapConstructor;
import io.confluent.ksql.parser.ast.Negation;
import io.confluent.ksql.parser.ast.Not;
import io.confluent.ksql.parser.ast.Or;
import io.confluent.ksql.parser.ast.SearchedCase;
import io.confluent.ksql.parser.ast.SimpleCase;
import io.confluent.ksql.parser.ast.StructConstructor;
import io.confluent.ksql.parser.ast.Subscript;
import io.confluent.ksql.parser.ast.When;
import io.confluent.ksql.parser.syntax.KsqlGrammarParser.*;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** Expressions. */
final class ExpressionBuilder extends StrictVisitor<Expression> {
  private static final Identifier CONCAT = Identifier.of("CONCAT");
  private static final Map<String, ArithmeticOperator> ARITHMETIC =
      Map.of(
          "+", ArithmeticOperator.ADD,
          "-", ArithmeticOperator.SUBTRACT,
          "*", ArithmeticOperator.MULTIPLY,
          "/", ArithmeticOperator.DIVIDE,
          "%", ArithmeticOperator.MODULO);
  private final Spans spans;
  private final NameBuilder names;
  private final LiteralBuilder literals;
  private final TypeBuilder types;

  ExpressionBuilder(Spans spans, NameBuilder names, LiteralBuilder literals, TypeBuilder types) {
    this.spans = spans;
    this.names = names;
    this.literals = literals;
    this.types = types;
  }

  Expression expression(ParserRuleContext context) {
    return context.accept(this);
  }

  Optional<Expression> optional(ParserRuleContext context) {
    return Optional.ofNullable(context).map(this::expression);
  }

  List<Expression> list(List<? extends ParserRuleContext> contexts) {
    return contexts.stream().map(this::expression).toList();
  }

  /** The elements of a list that may stand in brackets as a whole. */
  List<Expression> clause(List<? extends ParserRuleContext> contexts) {
    return contexts.size() == 1 && primary(contexts.get(0)) instanceof NestedContext nested
        ? list(nested.expression())
        : list(contexts);
  }

  /** The primary that an expression is nothing but, or null if there is more to it. */
  static PrimaryContext primary(ParserRuleContext context) {
    ParserRuleContext part = context;
    while (part.getChildCount() == 1 && part.getChild(0) instanceof ParserRuleContext child) {
      if (part instanceof PrimaryContext primary) {
        return primary;
      }
      part = child;
    }
    return part instanceof PrimaryContext primary ? primary : null;
  }

  List<Expression> values(ValuesContext context) {
    return context == null ? List.of() : list(context.expression());
  }

  // Conditions

  @Override
  public Expression visitPlainPredicate(PlainPredicateContext context) {
    return expression(context.predicate());
  }

  @Override
  public Expression visitNot(NotContext context) {
    return new Not(spans.of(context), expression(context.expression()));
  }

  @Override
  public Expression visitAnd(AndContext context) {
    return new And(
        spans.of(context), expression(context.expression(0)), expression(context.expression(1)));
  }

  @Override
  public Expression visitOr(OrContext context) {
    return new Or(
        spans.of(context), expression(context.expression(0)), expression(context.expression(1)));
  }

  @Override
  public Expression visitPredicate(PredicateContext context) {
    Expression operand = expression(context.operand());
    return context.test() == null
        ? operand
        : context.test().accept(new TestBuilder(this, spans, names, operand, spans.of(context)));
  }

  // Operators

  @Override
  public Expression visitPlainPrimary(PlainPrimaryContext context) {
    return expression(context.primary());
  }

  @Override
  public Expression visitSigned(SignedContext context) {
    boolean minus = context.MINUS() != null;
    if (context.operand() instanceof PlainPrimaryContext plain
        && plain.primary() instanceof LiteralPrimaryContext primary
        && primary.literal().number() != null) {
      return literals.number(primary.literal().number(), minus ? "-" : "", spans.of(context));
    }
    Expression operand = expression(context.operand());
    return minus ? new Negation(spans.of(context), operand) : operand;
  }

  @Override
  public Expression visitArithmetic(ArithmeticContext context) {
    return new Arithmetic(
        spans.of(context),
        ARITHMETIC.get(context.op.getText()),
        expression(context.left),
        expression(context.right));
  }

  @Override
  public Expression visitConcatenation(ConcatenationContext context) {
    Span sign = spans.of(context.CONCAT().getSymbol());
    return new FunctionCall(
        spans.of(context),
        new Identifier(CONCAT.text(), sign, false),
        List.of(expression(context.left), expression(context.right)));
  }

  @Override
  public Expression visitAtTimeZone(AtTimeZoneContext context) {
    throw Diagnostic.error(
            ErrorCode.NOT_SUPPORTED,
            spans.between(context.AT().getSymbol(), context.getStop()),
            "AT TIME ZONE is not supported.")
        .hint("Use CONVERT_TZ(timestamp, from, to).")
        .toException();
  }

  // Primaries

  @Override
  public Expression visitLiteralPrimary(LiteralPrimaryContext context) {
    return literals.literal(context.literal());
  }

  @Override
  public Expression visitSearchedCase(SearchedCaseContext context) {
    return new SearchedCase(spans.of(context), whens(context.when()), optional(context.otherwise));
  }

  @Override
  public Expression visitSimpleCase(SimpleCaseContext context) {
    return new SimpleCase(
        spans.of(context),
        expression(context.subject),
        whens(context.when()),
        optional(context.otherwise));
  }

  private List<When> whens(List<WhenContext> contexts) {
    return contexts.stream()
        .map(w -> new When(spans.of(w), expression(w.condition), expression(w.result)))
        .toList();
  }

  @Override
  public Expression visitCast(CastContext context) {
    return new CastExpression(
        spans.of(context), expression(context.expression()), types.type(context.type()));
  }

  @Override
  public Expression visitArrayConstructor(ArrayConstructorContext context) {
    return new ArrayConstructor(spans.of(context), values(context.values()));
  }

  @Override
  public Expression visitMapConstructor(MapConstructorContext context) {
    List<MapConstructor.Entry> entries =
        context.mapEntry().stream()
            .map(e -> new MapConstructor.Entry(expression(e.key), expression(e.entry)))
            .toList();
    return new MapConstructor(spans.of(context), entries);
  }

  @Override
  public Expression visitStructConstructor(StructConstructorContext context) {
    List<StructConstructor.Field> fields =
        context.structEntry().stream()
            .map(
                e ->
                    new StructConstructor.Field(
                        names.identifier(e.identifier()), expression(e.expression())))
            .toList();
    return new StructConstructor(spans.of(context), fields);
  }

  @Override
  public Expression visitCall(CallContext context) {
    return new FunctionCall(
        spans.of(context), names.identifier(context.identifier()), list(context.argument()));
  }

  @Override
  public Expression visitPlainArgument(PlainArgumentContext context) {
    return expression(context.expression());
  }

  @Override
  public Expression visitLambda(LambdaContext context) {
    return new LambdaExpression(
        spans.of(context), names.list(context.identifier()), expression(context.expression()));
  }

  @Override
  public Expression visitUnitArgument(UnitArgumentContext context) {
    if (context.MONTHS() != null || context.YEARS() != null) {
      throw Diagnostic.error(
              ErrorCode.SYNTAX, spans.of(context), "%s is no unit of time.", context.getText())
          .hint("Units are MILLISECONDS, SECONDS, MINUTES, HOURS and DAYS.")
          .toException();
    }
    return new IntervalUnit(spans.of(context), LiteralBuilder.unit(context.getText()));
  }

  @Override
  public Expression visitColumnReference(ColumnReferenceContext context) {
    return new ColumnReference(
        spans.of(context),
        Optional.ofNullable(context.source).map(names::identifier),
        names.identifier(context.name));
  }

  @Override
  public Expression visitNested(NestedContext context) {
    if (context.expression().size() > 1) {
      throw Diagnostic.error(
              ErrorCode.SYNTAX,
              spans.of(context.COMMA(0).getSymbol()),
              "A list in brackets cannot stand here.")
          .toException();
    }
    return expression(context.expression(0));
  }

  @Override
  public Expression visitDereference(DereferenceContext context) {
    return new Dereference(
        spans.of(context), expression(context.primary()), names.identifier(context.identifier()));
  }

  @Override
  public Expression visitSubscript(SubscriptContext context) {
    return new Subscript(
        spans.of(context), expression(context.primary()), expression(context.expression()));
  }
}
