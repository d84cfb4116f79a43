package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.planner.expr.Constant;
import io.confluent.ksql.schema.ksql.types.SqlDecimal;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import java.math.BigDecimal;

/** Literals as constants. */
final class Literals {
  private Literals() {}

  static Constant constant(Object value) {
    return new Constant(value, type(value));
  }

  private static SqlType type(Object value) {
    if (value instanceof Boolean) {
      return SqlTypes.BOOLEAN;
    }
    if (value instanceof Integer) {
      return SqlTypes.INTEGER;
    }
    if (value instanceof Long) {
      return SqlTypes.BIGINT;
    }
    if (value instanceof Double) {
      return SqlTypes.DOUBLE;
    }
    if (value instanceof BigDecimal decimal) {
      return decimal(decimal);
    }
    return SqlTypes.STRING;
  }

  /** As many digits as written; a number between -1 and 1 has one before the point. */
  private static SqlType decimal(BigDecimal value) {
    boolean fraction = value.abs().compareTo(BigDecimal.ONE) < 0;
    int precision = fraction ? value.scale() + 1 : value.precision();
    return SqlDecimal.of(precision, value.scale());
  }
}
