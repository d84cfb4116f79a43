package io.confluent.ksql.engine.compile;

import io.confluent.ksql.planner.expr.Call;
import io.confluent.ksql.planner.expr.Constant;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.Operator;
import io.confluent.ksql.row.RowView;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.schema.ksql.types.SqlType;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.function.ToIntBiFunction;

/** Comparisons of two values of one type. With a NULL on either side they are false. */
final class Comparison {
  private static final Set<SqlBaseType> HASHED =
      Set.of(SqlBaseType.INTEGER, SqlBaseType.BIGINT, SqlBaseType.STRING);

  private Comparison() {}

  static Evaluator of(Call call, Operator operator, Evaluator[] operands) {
    SqlType type = commonType(call.arguments());
    Evaluator left = operands[0];
    Evaluator right = operands[1];
    if (operator == Operator.IS_DISTINCT_FROM) {
      BiPredicate<Object, Object> same = equality(type);
      return row -> isDistinct(left.evaluate(row), right.evaluate(row), same);
    }
    BiPredicate<Object, Object> holds = predicate(operator, type);
    return row -> {
      Object a = left.evaluate(row);
      Object b = right.evaluate(row);
      return a != null && b != null && holds.test(a, b);
    };
  }

  private static boolean isDistinct(Object a, Object b, BiPredicate<Object, Object> same) {
    return a == null || b == null ? a != b : !same.test(a, b);
  }

  private static SqlType commonType(List<Expr> arguments) {
    SqlType type = arguments.get(0).type();
    for (Expr argument : arguments) {
      if (argument.type().baseType() != type.baseType()) {
        throw new IllegalArgumentException(type + " cannot be compared to " + argument.type());
      }
    }
    return type;
  }

  static Evaluator in(Call call, Evaluator[] operands) {
    SqlType type = commonType(call.arguments());
    Evaluator value = operands[0];
    List<Expr> items = call.arguments().subList(1, call.arguments().size());
    if (HASHED.contains(type.baseType()) && items.stream().allMatch(Constant.class::isInstance)) {
      Set<Object> known = new HashSet<>();
      items.forEach(item -> known.add(((Constant) item).value()));
      known.remove(null);
      return row -> {
        Object wanted = value.evaluate(row);
        return wanted != null && known.contains(wanted);
      };
    }
    BiPredicate<Object, Object> same = equality(type);
    return row -> isAmong(value.evaluate(row), operands, same, row);
  }

  private static boolean isAmong(
      Object wanted, Evaluator[] operands, BiPredicate<Object, Object> same, RowView row) {
    if (wanted == null) {
      return false;
    }
    for (int i = 1; i < operands.length; i++) {
      Object item = operands[i].evaluate(row);
      if (item != null && same.test(wanted, item)) {
        return true;
      }
    }
    return false;
  }

  private static BiPredicate<Object, Object> predicate(Operator operator, SqlType type) {
    return switch (operator) {
      case EQUAL -> equality(type);
      case NOT_EQUAL -> equality(type).negate();
      case LESS_THAN -> ordered(type, order -> order < 0);
      case LESS_THAN_OR_EQUAL -> ordered(type, order -> order <= 0);
      case GREATER_THAN -> ordered(type, order -> order > 0);
      case GREATER_THAN_OR_EQUAL -> ordered(type, order -> order >= 0);
      default -> throw new IllegalArgumentException(operator.name());
    };
  }

  private static BiPredicate<Object, Object> equality(SqlType type) {
    return switch (type.baseType()) {
      case DOUBLE -> (a, b) -> ((Double) a).doubleValue() == ((Double) b).doubleValue();
      case DECIMAL -> (a, b) -> ((BigDecimal) a).compareTo((BigDecimal) b) == 0;
      case TIME, DATE, TIMESTAMP -> (a, b) -> ((Date) a).getTime() == ((Date) b).getTime();
      case BOOLEAN, INTEGER, BIGINT, STRING, BYTES, ARRAY, MAP, STRUCT -> Object::equals;
    };
  }

  private static BiPredicate<Object, Object> ordered(SqlType type, IntPredicate test) {
    if (type.baseType() == SqlBaseType.DOUBLE) {
      // NaN is neither less nor greater than anything, which an order of two cannot say.
      return (a, b) -> {
        double left = (Double) a;
        double right = (Double) b;
        return !Double.isNaN(left)
            && !Double.isNaN(right)
            && test.test(left < right ? -1 : left > right ? 1 : 0);
      };
    }
    ToIntBiFunction<Object, Object> order = order(type);
    return (a, b) -> test.test(order.applyAsInt(a, b));
  }

  private static ToIntBiFunction<Object, Object> order(SqlType type) {
    return switch (type.baseType()) {
      case INTEGER -> (a, b) -> Integer.compare((Integer) a, (Integer) b);
      case BIGINT -> (a, b) -> Long.compare((Long) a, (Long) b);
      case DECIMAL -> (a, b) -> ((BigDecimal) a).compareTo((BigDecimal) b);
      case STRING -> (a, b) -> ((String) a).compareTo((String) b);
      case BYTES -> (a, b) -> ((ByteBuffer) a).compareTo((ByteBuffer) b);
      case TIME, DATE, TIMESTAMP ->
          (a, b) -> Long.compare(((Date) a).getTime(), ((Date) b).getTime());
      case BOOLEAN, DOUBLE, ARRAY, MAP, STRUCT ->
          throw new IllegalArgumentException("There is no order of " + type);
    };
  }
}
