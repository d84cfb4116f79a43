package io.confluent.ksql.schema.ksql.types;

import io.confluent.ksql.schema.utils.FormatOptions;
import io.confluent.ksql.util.KsqlException;

/** A decimal number of at most {@code precision} digits, {@code scale} of them after the point. */
public final class SqlDecimal extends SqlType {
  private static final int MIN_DIVISION_SCALE = 6;

  private final int precision;
  private final int scale;

  private SqlDecimal(int precision, int scale) {
    super(SqlBaseType.DECIMAL);
    String text = "DECIMAL(" + precision + ", " + scale + ")";
    if (precision < 1) {
      throw new KsqlException("A decimal needs at least one digit: " + text);
    }
    if (scale < 0) {
      throw new KsqlException("The scale of a decimal cannot be negative: " + text);
    }
    if (scale > precision) {
      throw new KsqlException("The scale of a decimal cannot exceed its precision: " + text);
    }
    this.precision = precision;
    this.scale = scale;
  }

  /**
   * The type of a precision and a scale.
   *
   * @throws KsqlException unless 1 &le; precision and 0 &le; scale &le; precision
   */
  public static SqlDecimal of(int precision, int scale) {
    return new SqlDecimal(precision, scale);
  }

  /** Number of digits. */
  public int getPrecision() {
    return precision;
  }

  /** Number of digits after the point. */
  public int getScale() {
    return scale;
  }

  /** Whether every value of this type is one of the other. */
  public boolean fitsInto(SqlDecimal other) {
    return scale <= other.scale && precision - scale <= other.precision - other.scale;
  }

  /** The type of a sum. */
  public static SqlDecimal add(SqlDecimal left, SqlDecimal right) {
    int scale = Math.max(left.scale, right.scale);
    return of(integerDigits(left, right) + scale + 1, scale);
  }

  /** The type of a difference. */
  public static SqlDecimal subtract(SqlDecimal left, SqlDecimal right) {
    return add(left, right);
  }

  /** The type of a product. */
  public static SqlDecimal multiply(SqlDecimal left, SqlDecimal right) {
    return of(left.precision + right.precision + 1, left.scale + right.scale);
  }

  /** The type of a quotient. */
  public static SqlDecimal divide(SqlDecimal left, SqlDecimal right) {
    int scale = Math.max(MIN_DIVISION_SCALE, left.scale + right.precision + 1);
    return of(left.precision - left.scale + right.scale + scale, scale);
  }

  /** The type of a remainder. */
  public static SqlDecimal modulus(SqlDecimal left, SqlDecimal right) {
    int scale = Math.max(left.scale, right.scale);
    int digits = Math.min(left.precision - left.scale, right.precision - right.scale);
    return of(digits + scale, scale);
  }

  private static int integerDigits(SqlDecimal left, SqlDecimal right) {
    return Math.max(left.precision - left.scale, right.precision - right.scale);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SqlDecimal that && precision == that.precision && scale == that.scale;
  }

  @Override
  public int hashCode() {
    return 31 * precision + scale;
  }

  @Override
  public String toString(FormatOptions options) {
    return "DECIMAL(" + precision + ", " + scale + ")";
  }
}
