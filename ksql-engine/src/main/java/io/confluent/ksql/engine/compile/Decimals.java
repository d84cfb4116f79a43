package io.confluent.ksql.engine.compile;

import io.confluent.ksql.schema.ksql.types.SqlDecimal;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Fits decimal numbers into their types. */
final class Decimals {
  /** Reading a decimal takes time that grows with the square of its length. */
  private static final int MAX_TEXT = 1000;

  private Decimals() {}

  /**
   * The number rounded half up to the scale of the type.
   *
   * @throws EvaluationException if it has too many digits before the point
   */
  static BigDecimal fit(BigDecimal value, SqlDecimal type) {
    // Asked before setScale, which would compute ten to the power of a scale that a sender chose.
    long digitsBefore = (long) value.precision() - value.scale();
    if (value.signum() == 0 || digitsBefore < -type.getScale()) {
      return BigDecimal.ZERO.setScale(type.getScale());
    }
    int allowed = type.getPrecision() - type.getScale();
    if (digitsBefore <= allowed) {
      BigDecimal rounded = value.setScale(type.getScale(), RoundingMode.HALF_UP);
      if ((long) rounded.precision() - rounded.scale() <= allowed) {
        return rounded;
      }
    }
    throw new EvaluationException("Numeric overflow: the number does not fit into " + type);
  }

  /**
   * The number that a text means.
   *
   * @throws EvaluationException if it means none
   */
  static BigDecimal parse(String text) {
    if (text.length() > MAX_TEXT) {
      throw new EvaluationException("A number of " + text.length() + " characters is too long");
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new EvaluationException("'" + text + "' is no number");
    }
  }
}
