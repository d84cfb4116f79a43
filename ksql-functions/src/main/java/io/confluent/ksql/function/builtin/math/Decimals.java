package io.confluent.ksql.function.builtin.math;

import io.confluent.ksql.schema.ksql.types.SqlDecimal;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.util.KsqlException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Types of decimal results, and rounding. */
final class Decimals {
  private Decimals() {}

  static boolean isFinite(double number) {
    return !Double.isNaN(number) && !Double.isInfinite(number);
  }

  /**
   * The number rounded to so many places, without ever computing a power of ten beyond its digits.
   */
  static BigDecimal rounded(BigDecimal number, int places, RoundingMode mode) {
    if (places >= number.scale()) {
      return number;
    }
    long digitsLeft = (long) number.precision() - number.scale() + places;
    return digitsLeft < 0 ? BigDecimal.ZERO : number.setScale(places, mode);
  }

  /** The decimal type of the digits before the point. */
  static SqlType whole(SqlType type) {
    SqlDecimal decimal = decimal(type);
    return SqlTypes.decimal(Math.max(1, decimal.getPrecision() - decimal.getScale()), 0);
  }

  /** The decimal type that holds every value of several. */
  static SqlType widest(List<SqlType> types) {
    int digits = 0;
    int scale = 0;
    for (SqlType type : types) {
      SqlDecimal decimal = decimal(type);
      digits = Math.max(digits, decimal.getPrecision() - decimal.getScale());
      scale = Math.max(scale, decimal.getScale());
    }
    return SqlTypes.decimal(Math.max(1, digits + scale), scale);
  }

  private static SqlDecimal decimal(SqlType type) {
    if (type instanceof SqlDecimal decimal) {
      return decimal;
    }
    throw new KsqlException("a decimal is expected, not " + type);
  }
}
