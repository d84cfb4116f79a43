package io.confluent.ksql.engine.compile;

import io.confluent.ksql.planner.expr.Call;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.Operator;
import io.confluent.ksql.row.RowView;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.schema.ksql.types.SqlDecimal;
import io.confluent.ksql.schema.ksql.types.SqlType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntBinaryOperator;
import java.util.function.LongBinaryOperator;

/**
 * The four rules and the remainder. Integers wrap and cannot be divided by zero, DOUBLE is IEEE,
 * DECIMAL is exact or fails. A NULL operand is an error.
 */
final class Arithmetic {
  private Arithmetic() {}

  static Evaluator of(Call call, Operator operator, Evaluator[] operands) {
    for (Expr argument : call.arguments()) {
      if (argument.type().baseType() != call.type().baseType()) {
        throw new IllegalArgumentException(
            argument.type() + " " + operator.symbol() + " cannot give " + call.type());
      }
    }
    Evaluator left = operands[0];
    Evaluator right = operands[1];
    return switch (call.type().baseType()) {
      case INTEGER -> integers(operator, left, right);
      case BIGINT -> longs(operator, left, right);
      case DOUBLE -> doubles(operator, left, right);
      case DECIMAL -> decimals(operator, (SqlDecimal) call.type(), left, right);
      case STRING -> row -> left.evaluate(row) + (String) right.evaluate(row);
      default -> throw noArithmetic(call.type());
    };
  }

  private static Evaluator integers(Operator operator, Evaluator left, Evaluator right) {
    IntBinaryOperator operation =
        switch (operator) {
          case ADD -> (a, b) -> a + b;
          case SUBTRACT -> (a, b) -> a - b;
          case MULTIPLY -> (a, b) -> a * b;
          case DIVIDE -> (a, b) -> a / nonZero(b);
          case MODULO -> (a, b) -> a % nonZero(b);
          default -> throw new IllegalArgumentException(operator.name());
        };
    return row -> operation.applyAsInt((Integer) operand(left, row), (Integer) operand(right, row));
  }

  private static Evaluator longs(Operator operator, Evaluator left, Evaluator right) {
    LongBinaryOperator operation =
        switch (operator) {
          case ADD -> (a, b) -> a + b;
          case SUBTRACT -> (a, b) -> a - b;
          case MULTIPLY -> (a, b) -> a * b;
          case DIVIDE -> (a, b) -> a / nonZero(b);
          case MODULO -> (a, b) -> a % nonZero(b);
          default -> throw new IllegalArgumentException(operator.name());
        };
    return row -> operation.applyAsLong((Long) operand(left, row), (Long) operand(right, row));
  }

  private static Evaluator doubles(Operator operator, Evaluator left, Evaluator right) {
    DoubleBinaryOperator operation =
        switch (operator) {
          case ADD -> (a, b) -> a + b;
          case SUBTRACT -> (a, b) -> a - b;
          case MULTIPLY -> (a, b) -> a * b;
          case DIVIDE -> (a, b) -> a / b;
          case MODULO -> (a, b) -> a % b;
          default -> throw new IllegalArgumentException(operator.name());
        };
    return row ->
        operation.applyAsDouble((Double) operand(left, row), (Double) operand(right, row));
  }

  private static Evaluator decimals(
      Operator operator, SqlDecimal type, Evaluator left, Evaluator right) {
    MathContext exact = new MathContext(type.getPrecision(), RoundingMode.UNNECESSARY);
    BinaryOperator<BigDecimal> operation =
        switch (operator) {
          case ADD -> (a, b) -> a.add(b, exact);
          case SUBTRACT -> (a, b) -> a.subtract(b, exact);
          case MULTIPLY -> (a, b) -> a.multiply(b, exact);
          case DIVIDE -> (a, b) -> a.divide(nonZero(b), exact);
          case MODULO -> (a, b) -> a.remainder(nonZero(b), exact);
          default -> throw new IllegalArgumentException(operator.name());
        };
    return row -> {
      BigDecimal a = (BigDecimal) operand(left, row);
      BigDecimal b = (BigDecimal) operand(right, row);
      try {
        return operation.apply(a, b).setScale(type.getScale(), RoundingMode.UNNECESSARY);
      } catch (ArithmeticException e) {
        throw new EvaluationException(
            a + " " + operator.symbol() + " " + b + " is not exact as " + type);
      }
    };
  }

  static Evaluator negate(SqlType type, Evaluator operand) {
    return switch (type.baseType()) {
      case INTEGER -> row -> -(Integer) operand(operand, row);
      case BIGINT -> row -> -(Long) operand(operand, row);
      case DOUBLE -> row -> -(Double) operand(operand, row);
      case DECIMAL -> row -> ((BigDecimal) operand(operand, row)).negate();
      default -> throw noArithmetic(type);
    };
  }

  private static Object operand(Evaluator evaluator, RowView row) {
    Object value = evaluator.evaluate(row);
    if (value == null) {
      throw new EvaluationException("An operand is NULL");
    }
    return value;
  }

  private static int nonZero(int divisor) {
    if (divisor == 0) {
      throw divisionByZero();
    }
    return divisor;
  }

  private static long nonZero(long divisor) {
    if (divisor == 0) {
      throw divisionByZero();
    }
    return divisor;
  }

  private static BigDecimal nonZero(BigDecimal divisor) {
    if (divisor.signum() == 0) {
      throw divisionByZero();
    }
    return divisor;
  }

  private static EvaluationException divisionByZero() {
    return new EvaluationException("Division by zero");
  }

  private static IllegalArgumentException noArithmetic(SqlType type) {
    SqlBaseType base = type.baseType();
    return new IllegalArgumentException("There is no arithmetic on " + base);
  }
}
