package io.confluent.ksql.serde;

import io.confluent.ksql.schema.ksql.types.SqlDecimal;
import io.confluent.ksql.value.StructValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;

/** Conversions of values that all formats share; times are in UTC. */
public final class Values {
  private static final long MS_PER_DAY = 86_400_000L;

  /** Reading a decimal takes time that grows with the square of its length. */
  private static final int MAX_DECIMAL_LENGTH = 1000;

  private Values() {}

  /**
   * The time of a number of milliseconds since midnight.
   *
   * @throws DecodeException unless 0 &le; ms &lt; 86,400,000
   */
  public static Time time(long ms, String path) {
    if (ms < 0 || ms >= MS_PER_DAY) {
      throw new DecodeException(
          "A TIME is a number of milliseconds from 0 to 86399999, not " + ms, path);
    }
    return new Time(ms);
  }

  /** The date of a number of days since the epoch. */
  public static Date date(long days) {
    return new Date(days * MS_PER_DAY);
  }

  /** The point in time of a number of milliseconds since the epoch. */
  public static Timestamp timestamp(long ms) {
    return new Timestamp(ms);
  }

  /** Milliseconds since midnight. */
  public static int msOfDay(Object time) {
    return (int) Math.floorMod(((Time) time).getTime(), MS_PER_DAY);
  }

  /** Days since the epoch. */
  public static int epochDay(Object date) {
    return (int) Math.floorDiv(((Date) date).getTime(), MS_PER_DAY);
  }

  /** Milliseconds since the epoch. */
  public static long epochMs(Object timestamp) {
    return ((Timestamp) timestamp).getTime();
  }

  /** A copy of the bytes; the buffer's position does not move. */
  public static byte[] bytes(Object buffer) {
    ByteBuffer view = ((ByteBuffer) buffer).duplicate();
    byte[] bytes = new byte[view.remaining()];
    view.get(bytes);
    return bytes;
  }

  /** The values of a struct, one a field. */
  public static Object[] fields(StructValue struct) {
    Object[] values = new Object[struct.type().fields().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = struct.value(i);
    }
    return values;
  }

  /**
   * The number with the scale of the type.
   *
   * @throws DecodeException if it has more digits before or after the point than the type
   */
  public static BigDecimal fit(BigDecimal value, SqlDecimal type, String path) {
    if (value.signum() != 0
        && (long) value.precision() - value.scale() > type.getPrecision() - type.getScale()) {
      throw new DecodeException("The number " + shown(value) + " is too large for " + type, path);
    }
    if (value.scale() == type.getScale()) {
      return value;
    }
    if (value.signum() == 0) {
      return BigDecimal.ZERO.setScale(type.getScale());
    }
    // Of n digits fewer than n are trailing zeros; asked first because setScale would compute ten
    // to
    // the power of a scale that the sender chose.
    if ((long) value.scale() - type.getScale() < value.precision()) {
      try {
        return value.setScale(type.getScale(), RoundingMode.UNNECESSARY);
      } catch (ArithmeticException e) {
        throw needsRounding(value, type, path);
      }
    }
    throw needsRounding(value, type, path);
  }

  /**
   * The decimal number that a text means.
   *
   * @throws DecodeException if it means none, or one that does not fit into the type
   */
  public static BigDecimal decimal(String text, SqlDecimal type, String path) {
    if (text.length() > MAX_DECIMAL_LENGTH) {
      throw new DecodeException("A number of " + text.length() + " characters is too long", path);
    }
    BigDecimal value;
    try {
      value = new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new DecodeException(DecodeException.shown(text) + " is not a number", path);
    }
    return fit(value, type, path);
  }

  private static DecodeException needsRounding(BigDecimal value, SqlDecimal type, String path) {
    return new DecodeException(
        "The number " + shown(value) + " does not fit into " + type + " without rounding", path);
  }

  private static String shown(BigDecimal value) {
    return DecodeException.shown(value.toString());
  }
}
