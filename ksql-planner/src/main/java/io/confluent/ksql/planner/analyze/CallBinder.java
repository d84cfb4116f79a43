package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.parser.ast.ColumnReference;
import io.confluent.ksql.parser.ast.Expression;
import io.confluent.ksql.parser.ast.FunctionCall;
import io.confluent.ksql.parser.ast.IntervalUnit;
import io.confluent.ksql.parser.ast.LambdaExpression;
import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.planner.expr.Call;
import io.confluent.ksql.planner.expr.Callee;
import io.confluent.ksql.planner.expr.Cast;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.Constant;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.Lambda;
import io.confluent.ksql.planner.expr.LambdaArgument;
import io.confluent.ksql.planner.function.AggregateArgument;
import io.confluent.ksql.planner.function.AggregateFunction;
import io.confluent.ksql.planner.function.ResolvedAggregate;
import io.confluent.ksql.planner.function.ResolvedCall;
import io.confluent.ksql.planner.function.ScalarFunction;
import io.confluent.ksql.planner.function.SqlFunction;
import io.confluent.ksql.planner.function.TableFunction;
import io.confluent.ksql.planner.physical.Aggregation;
import io.confluent.ksql.planner.physical.TableFunctionCall;
import io.confluent.ksql.schema.PseudoColumn;
import io.confluent.ksql.schema.ksql.SqlArgument;
import io.confluent.ksql.schema.ksql.types.SqlIntervalUnit;
import io.confluent.ksql.schema.ksql.types.SqlLambda;
import io.confluent.ksql.schema.ksql.types.SqlLambdaResolved;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Binds calls of functions, and the lambdas among their arguments. */
final class CallBinder {
  private static final Map<String, TimeUnit> SINGULAR_UNITS =
      Map.of(
          "SECOND", TimeUnit.SECONDS,
          "MINUTE", TimeUnit.MINUTES,
          "HOUR", TimeUnit.HOURS,
          "DAY", TimeUnit.DAYS);

  private final PlanningContext context;
  private final ExprBinder binder;
  private final Deque<LambdaArgument> lambdaArguments = new ArrayDeque<>();

  CallBinder(PlanningContext context, ExprBinder binder) {
    this.context = context;
    this.binder = binder;
  }

  /** The argument of an enclosing lambda that a name means. */
  Optional<Expr> argument(Identifier name) {
    return lambdaArguments.stream()
        .filter(argument -> argument.name().equals(name.text()))
        .findFirst()
        .map(argument -> argument);
  }

  Expr bind(FunctionCall node) {
    SqlFunction function = context.functions().require(node.name());
    if (function instanceof ScalarFunction scalar) {
      return scalar(scalar, node);
    }
    if (function instanceof AggregateFunction aggregate) {
      return aggregate(aggregate, node);
    }
    return table((TableFunction) function, node);
  }

  private Expr scalar(ScalarFunction function, FunctionCall node) {
    List<Expr> bound = new ArrayList<>();
    List<SqlArgument> types = new ArrayList<>();
    for (Expression argument : node.arguments()) {
      Optional<TimeUnit> unit = unit(argument);
      if (argument instanceof LambdaExpression lambda) {
        bound.add(null);
        types.add(SqlArgument.of(SqlLambda.of(lambda.parameters().size())));
      } else if (unit.isPresent()) {
        bound.add(new Constant(unit.get().name(), SqlTypes.STRING));
        types.add(SqlArgument.of(SqlIntervalUnit.INSTANCE));
      } else {
        Expr expr = binder.bindNullable(argument);
        bound.add(expr);
        types.add(argumentOf(expr));
      }
    }
    bindLambdas(function, node, bound, types);
    ResolvedCall call = function.resolve(node.name().span(), types);
    List<Expr> arguments = new ArrayList<>();
    for (int i = 0; i < bound.size(); i++) {
      arguments.add(coerced(bound.get(i), call.arguments().get(i)));
    }
    return new Call(new Callee.Function(call.signature()), arguments, call.returnType());
  }

  /** The singular words are no reserved ones: they mean a column where there is one. */
  private Optional<TimeUnit> unit(Expression argument) {
    if (argument instanceof IntervalUnit unit) {
      return Optional.of(unit.unit());
    }
    if (argument instanceof ColumnReference column
        && column.source().isEmpty()
        && argument(column.name()).isEmpty()
        && !binder.isColumn(column.name())) {
      return Optional.ofNullable(SINGULAR_UNITS.get(column.name().text()));
    }
    return Optional.empty();
  }

  private void bindLambdas(
      ScalarFunction function, FunctionCall node, List<Expr> bound, List<SqlArgument> types) {
    if (!bound.contains(null)) {
      return;
    }
    List<List<SqlType>> inputs = function.lambdaInputs(node.name().span(), types);
    for (int i = 0; i < bound.size(); i++) {
      if (node.arguments().get(i) instanceof LambdaExpression lambda) {
        Lambda expr = lambda(lambda, inputs.get(i));
        bound.set(i, expr);
        types.set(i, SqlArgument.of(SqlLambdaResolved.of(inputs.get(i), expr.type())));
      }
    }
  }

  private Lambda lambda(LambdaExpression node, List<SqlType> inputs) {
    Set<String> names = new HashSet<>();
    List<LambdaArgument> arguments = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      Identifier name = node.parameters().get(i);
      boolean reused = argument(name).isPresent() || !names.add(name.text());
      if (reused) {
        throw Diagnostic.error(
                ErrorCode.COLUMN_DUPLICATE,
                name.span(),
                "The lambda's argument %s is already the name of another.",
                name.text())
            .toException();
      }
      if (binder.isColumn(name)) {
        throw Diagnostic.error(
                ErrorCode.COLUMN_DUPLICATE,
                name.span(),
                "The lambda's argument %s is already the name of a column.",
                name.text())
            .hint("Give it another name; columns can be used inside as they are.")
            .toException();
      }
      arguments.add(new LambdaArgument(name.text(), inputs.get(i)));
    }
    arguments.forEach(lambdaArguments::push);
    try {
      return new Lambda(
          arguments,
          binder
              .tableFunctions()
              .refusing(TableFunctionCollector.Refusal.LAMBDA, () -> binder.bind(node.body())));
    } finally {
      arguments.forEach(argument -> lambdaArguments.pop());
    }
  }

  private static SqlArgument argumentOf(Expr expr) {
    return SqlArgument.of(Nulls.isUntyped(expr) ? null : expr.type());
  }

  private static Expr coerced(Expr expr, SqlArgument target) {
    SqlType type = target.getSqlType().orElse(null);
    if (type == null) {
      return Nulls.typed(expr, SqlTypes.STRING);
    }
    return Cast.to(type, Nulls.typed(expr, type));
  }

  /** What an aggregate without argument takes: a column that every row has. */
  private ColumnRef everyRow(AggregateFunction function) {
    // For COUNT one value is as good as another, so none has to be kept for it.
    boolean anyValue = function.name().equalsIgnoreCase("COUNT");
    return anyValue
        ? ColumnRef.pseudo(ColumnRef.Side.TIME, PseudoColumn.ROWTIME.name())
        : binder.rowTime();
  }

  private Expr table(TableFunction function, FunctionCall node) {
    TableFunctionCollector collector = binder.tableFunctions();
    collector.check(node);
    List<Expr> bound =
        collector.refusing(
            TableFunctionCollector.Refusal.NESTED,
            () -> node.arguments().stream().map(binder::bindNullable).toList());
    ResolvedCall call =
        function.resolve(node.name().span(), bound.stream().map(CallBinder::argumentOf).toList());
    List<Expr> arguments = new ArrayList<>();
    for (int i = 0; i < bound.size(); i++) {
      arguments.add(coerced(bound.get(i), call.arguments().get(i)));
    }
    return collector.add(
        node,
        new TableFunctionCall(call.signature(), arguments, node.name().text(), call.returnType()));
  }

  private Expr aggregate(AggregateFunction function, FunctionCall node) {
    AggregateCollector collector =
        binder.aggregates().orElseThrow(() -> BindErrors.aggregateOutOfPlace(node));
    ExprBinder inner = binder.withoutAggregates();
    List<Expr> bound = new ArrayList<>();
    for (Expression argument : node.arguments()) {
      bound.add(inner.bindNullable(argument));
    }
    if (bound.isEmpty()) {
      bound.add(everyRow(function));
    }
    List<AggregateArgument> arguments = new ArrayList<>();
    for (Expr expr : bound) {
      arguments.add(
          expr instanceof Constant constant
              ? AggregateArgument.literal(argumentOf(expr), constant.value())
              : AggregateArgument.column(argumentOf(expr)));
    }
    ResolvedAggregate call = function.resolve(node.name().span(), arguments);
    if (!call.supportsUndo()) {
      collector.addIrreversible(node.name().text(), node.name().span());
    }
    List<Expr> columns = new ArrayList<>();
    for (int i = 0; i < call.columns(); i++) {
      columns.add(coerced(bound.get(i), call.arguments().get(i)));
    }
    List<Constant> literals = new ArrayList<>();
    for (int i = call.columns(); i < bound.size(); i++) {
      SqlType type = call.arguments().get(i).getSqlType().orElse(SqlTypes.STRING);
      literals.add(new Constant(call.literals().get(i - call.columns()), type));
    }
    return collector.add(
        new Aggregation(
            call.signature(),
            columns,
            literals,
            node.name().text(),
            call.intermediateType(),
            call.returnType()));
  }
}
