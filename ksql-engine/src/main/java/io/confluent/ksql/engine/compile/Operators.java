package io.confluent.ksql.engine.compile;

import io.confluent.ksql.planner.expr.Call;
import io.confluent.ksql.planner.expr.Constant;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.Operator;
import io.confluent.ksql.schema.ksql.types.SqlArray;
import io.confluent.ksql.value.StructValue;
import java.util.function.Function;

/** Chooses, once, how an operator is computed for its operands' types. */
final class Operators {
  private Operators() {}

  /**
   * @param compile compiles an operand whose failure is that of the whole
   * @param compileNested compiles an operand that is NULL where it fails
   */
  static Evaluator of(
      Call call,
      Operator operator,
      Function<Expr, Evaluator> compile,
      Function<Expr, Evaluator> compileNested) {
    return switch (operator) {
      case MAKE_ARRAY -> Collections.array(all(call, compileNested));
      case MAKE_MAP -> Collections.map(all(call, compileNested));
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO ->
          Arithmetic.of(call, operator, all(call, compile));
      case NEGATE -> Arithmetic.negate(call.type(), compile.apply(call.arguments().get(0)));
      case EQUAL,
          NOT_EQUAL,
          LESS_THAN,
          LESS_THAN_OR_EQUAL,
          GREATER_THAN,
          GREATER_THAN_OR_EQUAL,
          IS_DISTINCT_FROM ->
          Comparison.of(call, operator, all(call, compile));
      case IS_NULL -> isNull(compile.apply(call.arguments().get(0)));
      case LIKE -> Like.of(call, all(call, compile));
      case IN -> Comparison.in(call, all(call, compile));
      case SUBSCRIPT -> subscript(call, all(call, compile));
      case FIELD -> field(call, compile.apply(call.arguments().get(0)));
    };
  }

  private static Evaluator[] all(Call call, Function<Expr, Evaluator> compile) {
    return call.arguments().stream().map(compile).toArray(Evaluator[]::new);
  }

  private static Evaluator isNull(Evaluator operand) {
    return row -> operand.evaluate(row) == null;
  }

  private static Evaluator subscript(Call call, Evaluator[] operands) {
    return call.arguments().get(0).type() instanceof SqlArray
        ? Collections.arrayItem(operands[0], operands[1])
        : Collections.mapValue(operands[0], operands[1]);
  }

  private static Evaluator field(Call call, Evaluator operand) {
    int index = ((Number) ((Constant) call.arguments().get(1)).value()).intValue();
    return row -> {
      Object struct = operand.evaluate(row);
      return struct == null ? null : ((StructValue) struct).value(index);
    };
  }
}
