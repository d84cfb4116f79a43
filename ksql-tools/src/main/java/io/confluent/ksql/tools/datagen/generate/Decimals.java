package io.confluent.ksql.tools.datagen.generate;

import io.confluent.ksql.schema.ksql.types.SqlTypes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import org.apache.avro.LogicalTypes;

/** Random decimal numbers, none negative unless the range is. */
final class Decimals {
  private Decimals() {}

  static TypedGenerator of(LogicalTypes.Decimal type, Hints hints) {
    hints.allowOnly("decimal", "range");
    int scale = type.getScale();
    BigDecimal beyond = BigDecimal.TEN.pow(type.getPrecision() - scale);
    Map<String, BigDecimal> range = hints.numbers("range", "min", "max");
    BigDecimal min =
        range.getOrDefault("min", BigDecimal.ZERO).setScale(scale, RoundingMode.CEILING);
    BigDecimal max = range.getOrDefault("max", beyond).setScale(scale, RoundingMode.CEILING);
    if (max.compareTo(beyond) > 0 || min.compareTo(beyond.negate()) <= 0) {
      throw hints.wrong(
          "range lies within %d digits before the point", type.getPrecision() - scale);
    }
    BigInteger choices = max.subtract(min).unscaledValue();
    if (choices.signum() <= 0) {
      throw hints.wrong("range.max is above range.min");
    }
    // Eight bytes more than needed, so that the remainder favours no number noticeably.
    int bits = choices.bitLength() + 64;
    return new TypedGenerator(
        SqlTypes.decimal(type.getPrecision(), scale),
        random -> min.add(new BigDecimal(new BigInteger(bits, random).mod(choices), scale)));
  }
}
