package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.parser.ast.And;
import io.confluent.ksql.parser.ast.Arithmetic;
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
import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.planner.expr.Call;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.Constant;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.Logical;
import io.confluent.ksql.planner.expr.Operator;
import io.confluent.ksql.schema.PseudoColumn;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Binds the expressions of one query: finds columns and functions, and makes conversions explicit.
 */
final class ExprBinder implements Expression.Visitor<Expr> {
  private final PlanningContext context;
  private final Optional<Scope> scope;
  private final Optional<AggregateCollector> aggregates;
  private final TableFunctionCollector tableFunctions;
  private final CallBinder calls;
  private final Map<ColumnRef, Span> places;

  /**
   * A binder for what may hold no table functions.
   *
   * @param scope the names that expressions can use; empty where only constants may stand
   * @param aggregates where aggregate calls go; empty where there may be none
   */
  ExprBinder(
      PlanningContext context, Optional<Scope> scope, Optional<AggregateCollector> aggregates) {
    this(
        context,
        scope,
        aggregates,
        TableFunctionCollector.refusing(TableFunctionCollector.Refusal.PLACE));
  }

  /**
   * @param scope the names that expressions can use; empty where only constants may stand
   * @param aggregates where aggregate calls go; empty where there may be none
   * @param tableFunctions where calls of table functions go, or why there can be none
   */
  ExprBinder(
      PlanningContext context,
      Optional<Scope> scope,
      Optional<AggregateCollector> aggregates,
      TableFunctionCollector tableFunctions) {
    this(context, scope, aggregates, tableFunctions, new IdentityHashMap<>());
  }

  private ExprBinder(
      PlanningContext context,
      Optional<Scope> scope,
      Optional<AggregateCollector> aggregates,
      TableFunctionCollector tableFunctions,
      Map<ColumnRef, Span> places) {
    this.context = context;
    this.scope = scope;
    this.aggregates = aggregates;
    this.tableFunctions = tableFunctions;
    this.places = places;
    this.calls = new CallBinder(context, this);
  }

  /** The expression, of whatever type; an untyped NULL is refused. */
  Expr bind(Expression expression) {
    Expr bound = expression.accept(this);
    if (Nulls.isUntyped(bound)) {
      throw TypeErrors.untypedNull(expression.span());
    }
    return bound;
  }

  /** The expression, which may be {@link Nulls#UNTYPED}. */
  Expr bindNullable(Expression expression) {
    return expression.accept(this);
  }

  /** The expression, which must be BOOLEAN. */
  Expr bindCondition(Expression expression, String where) {
    Expr bound = expression.accept(this);
    if (Nulls.isUntyped(bound) || bound.type().baseType() != SqlBaseType.BOOLEAN) {
      throw TypeErrors.notBoolean(expression.span(), where, bound);
    }
    return bound;
  }

  /** Where aggregate calls go, if there may be any. */
  Optional<AggregateCollector> aggregates() {
    return aggregates;
  }

  /** The time of a row. */
  ColumnRef rowTime() {
    return scope
        .map(Scope::rowTime)
        .orElseGet(() -> ColumnRef.pseudo(ColumnRef.Side.TIME, PseudoColumn.ROWTIME.name()));
  }

  /** Where calls of table functions go, or why there can be none. */
  TableFunctionCollector tableFunctions() {
    return tableFunctions;
  }

  /** Whether a name alone means a column here. */
  boolean isColumn(Identifier name) {
    return scope.filter(names -> names.columnNames().contains(name.text())).isPresent();
  }

  /** A binder for the arguments of an aggregate call, in which there may be no other. */
  ExprBinder withoutAggregates() {
    return new ExprBinder(
        context,
        scope,
        Optional.empty(),
        TableFunctionCollector.refusing(TableFunctionCollector.Refusal.AGGREGATION),
        places);
  }

  /** Where the name of a column stands in the text; {@link Span#NONE} if it is in none. */
  Span place(ColumnRef column) {
    return places.getOrDefault(column, Span.NONE);
  }

  @Override
  public Expr literal(Literal node) {
    return node.isNull() ? Nulls.UNTYPED : Literals.constant(node.value());
  }

  @Override
  public Expr columnReference(ColumnReference node) {
    Optional<Expr> argument =
        node.source().isEmpty() ? calls.argument(node.name()) : Optional.empty();
    if (argument.isPresent()) {
      return argument.get();
    }
    Scope names = scope.orElseThrow(() -> BindErrors.constantExpected(node));
    ColumnRef known =
        node.source()
            .map(source -> names.column(source, node.name()))
            .orElseGet(() -> names.column(node.name()))
            .place();
    ColumnRef column = new ColumnRef(known.side(), known.index(), known.name(), known.type());
    places.put(column, node.span());
    return column;
  }

  @Override
  public Expr dereference(Dereference node) {
    return Structures.field(bind(node.base()), node.field());
  }

  @Override
  public Expr subscript(Subscript node) {
    return Structures.subscript(bind(node.base()), bind(node.index()), node);
  }

  @Override
  public Expr negation(Negation node) {
    Expr operand = bind(node.operand());
    if (!operand.type().baseType().isNumber()) {
      throw TypeErrors.expected(
          node.span(), "What a minus stands before", SqlTypes.DOUBLE, operand);
    }
    return Call.of(Operator.NEGATE, operand.type(), operand);
  }

  @Override
  public Expr arithmetic(Arithmetic node) {
    return Operators.arithmetic(node, bindNullable(node.left()), bindNullable(node.right()));
  }

  @Override
  public Expr comparison(Comparison node) {
    return Operators.comparison(
        node.operator(), node.span(), bindNullable(node.left()), bindNullable(node.right()));
  }

  @Override
  public Expr and(And node) {
    return Logical.and(
        bindCondition(node.left(), "What AND combines"),
        bindCondition(node.right(), "What AND combines"));
  }

  @Override
  public Expr or(Or node) {
    return Logical.or(
        bindCondition(node.left(), "What OR combines"),
        bindCondition(node.right(), "What OR combines"));
  }

  @Override
  public Expr not(Not node) {
    return Logical.not(bindCondition(node.operand(), "What NOT turns round"));
  }

  @Override
  public Expr between(Between node) {
    Expr value = bindNullable(node.value());
    return Logical.and(
        Operators.comparison(
            node.span(), Operator.GREATER_THAN_OR_EQUAL, value, bindNullable(node.low())),
        Operators.comparison(
            node.span(), Operator.LESS_THAN_OR_EQUAL, value, bindNullable(node.high())));
  }

  @Override
  public Expr in(In node) {
    List<Expr> values = new ArrayList<>();
    values.add(bindNullable(node.value()));
    node.list().forEach(item -> values.add(bindNullable(item)));
    return Operators.in(node.span(), values);
  }

  @Override
  public Expr like(Like node) {
    List<Expr> operands = new ArrayList<>();
    operands.add(text(node.value()));
    operands.add(text(node.pattern()));
    node.escape()
        .ifPresent(
            escape -> {
              checkPattern(node.pattern(), operands.get(1), escape.charAt(0));
              operands.add(new Constant(escape, SqlTypes.STRING));
            });
    return Call.of(Operator.LIKE, SqlTypes.BOOLEAN, operands.toArray(new Expr[0]));
  }

  /** An escape character at the very end would escape nothing. */
  private static void checkPattern(Expression written, Expr pattern, char escape) {
    if (!(pattern instanceof Constant constant && constant.value() instanceof String text)) {
      return;
    }
    int last = text.length();
    while (last > 0 && text.charAt(last - 1) == escape) {
      last--;
    }
    if ((text.length() - last) % 2 == 1) {
      throw Diagnostic.error(
              ErrorCode.INVALID_LITERAL,
              written.span(),
              "The pattern ends with its escape character %s, which escapes nothing there.",
              escape)
          .hint("Write it twice to mean itself.")
          .toException();
    }
  }

  private Expr text(Expression expression) {
    Expr bound = Nulls.typed(bindNullable(expression), SqlTypes.STRING);
    if (bound.type().baseType() != SqlBaseType.STRING) {
      throw TypeErrors.expected(expression.span(), "An operand of LIKE", SqlTypes.STRING, bound);
    }
    return bound;
  }

  @Override
  public Expr isNull(IsNull node) {
    Expr operand = bindNullable(node.operand());
    return Call.of(Operator.IS_NULL, SqlTypes.BOOLEAN, Nulls.typed(operand, SqlTypes.STRING));
  }

  @Override
  public Expr searchedCase(SearchedCase node) {
    return tableFunctions.refusing(
        TableFunctionCollector.Refusal.CASE, () -> Cases.searched(node, this));
  }

  @Override
  public Expr simpleCase(SimpleCase node) {
    return tableFunctions.refusing(
        TableFunctionCollector.Refusal.CASE, () -> Cases.simple(node, this));
  }

  @Override
  public Expr cast(CastExpression node) {
    return Casts.explicit(
        node, bindNullable(node.operand()), TypeBinder.bind(node.type(), context.catalog()));
  }

  @Override
  public Expr arrayConstructor(ArrayConstructor node) {
    return Structures.array(node, node.elements().stream().map(this::bindNullable).toList());
  }

  @Override
  public Expr mapConstructor(MapConstructor node) {
    return Structures.map(
        node,
        node.entries().stream().map(entry -> bindNullable(entry.key())).toList(),
        node.entries().stream().map(entry -> bindNullable(entry.value())).toList());
  }

  @Override
  public Expr structConstructor(StructConstructor node) {
    return Structures.struct(node, node.fields().stream().map(f -> bind(f.value())).toList());
  }

  @Override
  public Expr functionCall(FunctionCall node) {
    return calls.bind(node);
  }

  @Override
  public Expr lambda(LambdaExpression node) {
    throw BindErrors.lambdaOutOfPlace(node);
  }

  @Override
  public Expr intervalUnit(IntervalUnit node) {
    throw BindErrors.unitOutOfPlace(node);
  }
}
