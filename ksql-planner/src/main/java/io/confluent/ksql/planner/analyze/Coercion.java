package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.planner.expr.Cast;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.schema.ksql.types.SqlDecimal;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import java.util.Optional;

/** Which types become which without being asked. */
final class Coercion {
  private Coercion() {}

  /** The number type that holds the values of both; empty unless both are numbers. */
  static Optional<SqlType> commonNumber(SqlType left, SqlType right) {
    if (!left.baseType().isNumber() || !right.baseType().isNumber()) {
      return Optional.empty();
    }
    if (left.baseType() == SqlBaseType.DOUBLE || right.baseType() == SqlBaseType.DOUBLE) {
      return Optional.of(SqlTypes.DOUBLE);
    }
    if (left.baseType() == SqlBaseType.DECIMAL || right.baseType() == SqlBaseType.DECIMAL) {
      return Optional.of(commonDecimal(decimalOf(left), decimalOf(right)));
    }
    return Optional.of(
        left.baseType() == SqlBaseType.BIGINT || right.baseType() == SqlBaseType.BIGINT
            ? SqlTypes.BIGINT
            : SqlTypes.INTEGER);
  }

  private static SqlDecimal commonDecimal(SqlDecimal left, SqlDecimal right) {
    int scale = Math.max(left.getScale(), right.getScale());
    int digits =
        Math.max(left.getPrecision() - left.getScale(), right.getPrecision() - right.getScale());
    return SqlDecimal.of(digits + scale, scale);
  }

  /** The decimal type that holds the values of a whole number or decimal type. */
  static SqlDecimal decimalOf(SqlType type) {
    return switch (type.baseType()) {
      case INTEGER -> SqlTypes.INT_UPCAST_TO_DECIMAL;
      case BIGINT -> SqlTypes.BIGINT_UPCAST_TO_DECIMAL;
      case DECIMAL -> (SqlDecimal) type;
      case BOOLEAN, DOUBLE, STRING, ARRAY, MAP, STRUCT, TIME, DATE, TIMESTAMP, BYTES ->
          throw new IllegalArgumentException(type + " is no exact number");
    };
  }

  /** The type in which two values are compared for order or equality; empty if they cannot be. */
  static Optional<SqlType> comparison(SqlType left, SqlType right) {
    if (left.equals(right)) {
      return Optional.of(left);
    }
    Optional<SqlType> number = commonNumber(left, right);
    if (number.isPresent()) {
      return number;
    }
    if (left.baseType() == SqlBaseType.STRING && right.baseType().isTime()) {
      return Optional.of(right);
    }
    if (right.baseType() == SqlBaseType.STRING && left.baseType().isTime()) {
      return Optional.of(left);
    }
    boolean dates =
        left.baseType() == SqlBaseType.DATE && right.baseType() == SqlBaseType.TIMESTAMP
            || left.baseType() == SqlBaseType.TIMESTAMP && right.baseType() == SqlBaseType.DATE;
    return dates ? Optional.of(SqlTypes.TIMESTAMP) : Optional.empty();
  }

  /** The value as that type, if it becomes one without being asked. */
  static Optional<Expr> implicit(Expr expr, SqlType type) {
    if (Nulls.isUntyped(expr)) {
      return Optional.of(Nulls.typed(expr, type));
    }
    SqlType from = expr.type();
    if (from.equals(type)) {
      return Optional.of(expr);
    }
    if (from.baseType() == type.baseType()) {
      boolean fits =
          from instanceof SqlDecimal small && type instanceof SqlDecimal large
              ? small.fitsInto(large)
              : false;
      return fits ? Optional.of(new Cast(expr, type)) : Optional.empty();
    }
    return from.baseType().canImplicitlyCast(type.baseType())
        ? Optional.of(new Cast(expr, type))
        : Optional.empty();
  }
}
