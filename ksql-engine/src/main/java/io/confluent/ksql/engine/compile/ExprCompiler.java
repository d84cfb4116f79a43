package io.confluent.ksql.engine.compile;

import io.confluent.ksql.planner.expr.Call;
import io.confluent.ksql.planner.expr.Callee;
import io.confluent.ksql.planner.expr.Case;
import io.confluent.ksql.planner.expr.Cast;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.Constant;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.ExprTrees;
import io.confluent.ksql.planner.expr.Lambda;
import io.confluent.ksql.planner.expr.LambdaArgument;
import io.confluent.ksql.planner.expr.Logical;
import io.confluent.ksql.planner.expr.MakeStruct;
import io.confluent.ksql.planner.function.ScalarCall;
import io.confluent.ksql.row.RawText;
import io.confluent.ksql.row.RowView;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.value.StructValue;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/** Compiles expressions. What it gives belongs to one thread at a time, as the compiler does. */
public final class ExprCompiler {
  private final FunctionBinder functions;
  private final EvaluationErrors errors;

  /**
   * @param functions gives the functions that are called
   * @param errors told of parts that become NULL because they fail
   */
  public ExprCompiler(FunctionBinder functions, EvaluationErrors errors) {
    this.functions = Objects.requireNonNull(functions, "functions");
    this.errors = Objects.requireNonNull(errors, "errors");
  }

  /**
   * The expression as something that computes it.
   *
   * @throws io.confluent.ksql.util.KsqlException if a function does not exist any more
   */
  public Evaluator compile(Expr expr) {
    return expr.accept(new Compilation(functions, errors, new LambdaFrame()));
  }

  /** One run over one expression; the frame holds the values of its lambdas' arguments. */
  private record Compilation(FunctionBinder functions, EvaluationErrors errors, LambdaFrame frame)
      implements Expr.Visitor<Evaluator> {

    private Evaluator compile(Expr expr) {
      Evaluator compiled = expr.accept(this);
      return isFoldable(expr) ? folded(expr, compiled) : compiled;
    }

    private Evaluator[] compileAll(List<Expr> exprs) {
      return exprs.stream().map(this::compile).toArray(Evaluator[]::new);
    }

    /** Functions may give another value with every call, so calls of them stay. */
    private static boolean isFoldable(Expr expr) {
      if (expr instanceof Constant || !ExprTrees.isConstant(expr)) {
        return false;
      }
      boolean[] callsFunction = new boolean[1];
      ExprTrees.forEach(
          expr,
          node ->
              callsFunction[0] |=
                  node instanceof Call call && call.callee() instanceof Callee.Function);
      return !callsFunction[0];
    }

    /** A constant that fails is left to fail for each row, where the error has a place. */
    private Evaluator folded(Expr expr, Evaluator compiled) {
      AtomicBoolean failed = new AtomicBoolean();
      Evaluator quiet =
          expr.accept(
              new Compilation(functions, (part, cause) -> failed.set(true), new LambdaFrame()));
      try {
        Object value = quiet.evaluate(null);
        return failed.get() ? compiled : row -> value;
      } catch (RuntimeException e) {
        return compiled;
      }
    }

    @Override
    public Evaluator constant(Constant constant) {
      Object value = constant.value();
      return row -> value;
    }

    @Override
    public Evaluator columnRef(ColumnRef column) {
      int index = column.index();
      return switch (column.side()) {
        case KEY -> row -> row.key(index);
        case VALUE ->
            column.type().baseType() == SqlBaseType.STRING
                ? row -> RawText.string(row.value(index))
                : row -> row.value(index);
        case TIME -> RowView::timestamp;
        case WINDOW_START -> RowView::windowStart;
        case WINDOW_END -> RowView::windowEnd;
      };
    }

    @Override
    public Evaluator call(Call call) {
      return call.callee() instanceof Callee.Function function
          ? function(call, function)
          : Operators.of(
              call, ((Callee.Op) call.callee()).operator(), this::compile, this::compileNested);
    }

    private Evaluator function(Call call, Callee.Function function) {
      ScalarCall bound = functions.bind(function.signature());
      bound.warnTo(errors::warn);
      Evaluator[] arguments =
          call.arguments().stream().map(this::compileNested).toArray(Evaluator[]::new);
      Optional<RawText.Reader> reader = bound.reader();
      if (reader.isPresent()
          && call.arguments().size() == 1
          && call.arguments().get(0) instanceof ColumnRef column
          && column.side() == ColumnRef.Side.VALUE) {
        return reading(reader.get(), column.index(), bound);
      }
      return row -> bound.call(values(arguments, row));
    }

    /** A call that makes no String of a text which is not one yet. */
    private static Evaluator reading(RawText.Reader reader, int index, ScalarCall bound) {
      return row -> {
        Object value = row.value(index);
        return value instanceof RawText text ? reader.read(text) : bound.call(new Object[] {value});
      };
    }

    private static Object[] values(Evaluator[] evaluators, RowView row) {
      Object[] values = new Object[evaluators.length];
      for (int i = 0; i < evaluators.length; i++) {
        values[i] = evaluators[i].evaluate(row);
      }
      return values;
    }

    /** A part that becomes NULL if it fails, while the rest of the expression goes on. */
    private Evaluator compileNested(Expr expr) {
      Evaluator compiled = compile(expr);
      if (cannotFail(expr)) {
        return compiled;
      }
      String part = "Part of type " + expr.type();
      return guarded(part, compiled);
    }

    /** A cast guards itself already; a lambda fails when it is called. */
    private static boolean cannotFail(Expr expr) {
      return expr instanceof Constant
          || expr instanceof ColumnRef
          || expr instanceof LambdaArgument
          || expr instanceof Lambda
          || expr instanceof Cast;
    }

    private Evaluator guarded(String part, Evaluator evaluator) {
      return row -> {
        try {
          return evaluator.evaluate(row);
        } catch (RuntimeException e) {
          errors.report(part, e);
          return null;
        }
      };
    }

    @Override
    public Evaluator cast(Cast cast) {
      Evaluator operand = compile(cast.operand());
      UnaryOperator<Object> conversion = Casts.between(cast.operand().type(), cast.type());
      return guarded(
          "Cast to " + cast.type(),
          row -> {
            Object value = operand.evaluate(row);
            return value == null ? null : conversion.apply(value);
          });
    }

    @Override
    public Evaluator logical(Logical logical) {
      Evaluator[] operands = compileAll(logical.operands());
      return switch (logical.kind()) {
        case AND -> row -> all(operands, row);
        case OR -> row -> any(operands, row);
        case NOT -> row -> !truth(operands[0].evaluate(row));
      };
    }

    private static boolean all(Evaluator[] operands, RowView row) {
      for (Evaluator operand : operands) {
        if (!truth(operand.evaluate(row))) {
          return false;
        }
      }
      return true;
    }

    private static boolean any(Evaluator[] operands, RowView row) {
      for (Evaluator operand : operands) {
        if (truth(operand.evaluate(row))) {
          return true;
        }
      }
      return false;
    }

    private static boolean truth(Object value) {
      if (value == null) {
        throw new EvaluationException("A condition is NULL");
      }
      return (Boolean) value;
    }

    @Override
    public Evaluator caseOf(Case caseOf) {
      Evaluator[] conditions =
          compileAll(caseOf.whens().stream().map(Case.When::condition).toList());
      Evaluator[] results = compileAll(caseOf.whens().stream().map(Case.When::result).toList());
      Evaluator otherwise = compile(caseOf.otherwise());
      return row -> {
        for (int i = 0; i < conditions.length; i++) {
          if (truth(conditions[i].evaluate(row))) {
            return results[i].evaluate(row);
          }
        }
        return otherwise.evaluate(row);
      };
    }

    @Override
    public Evaluator makeStruct(MakeStruct struct) {
      SqlStruct type = struct.type();
      Evaluator[] fields =
          struct.fields().stream().map(this::compileNested).toArray(Evaluator[]::new);
      return row -> new StructValue(type, values(fields, row));
    }

    @Override
    public Evaluator lambda(Lambda lambda) {
      int[] slots = lambda.arguments().stream().mapToInt(a -> frame.slot(a.name())).toArray();
      Evaluator body = compile(lambda.body());
      return frame.lambda(slots, body);
    }

    @Override
    public Evaluator lambdaArgument(LambdaArgument argument) {
      int slot = frame.slot(argument.name());
      return row -> frame.value(slot);
    }
  }
}
