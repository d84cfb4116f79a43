package io.confluent.ksql.schema.ksql.types;

/** The kind of a type, without its parameters. */
public enum SqlBaseType {
  BOOLEAN,
  INTEGER,
  BIGINT,
  DECIMAL,
  DOUBLE,
  STRING,
  ARRAY,
  MAP,
  STRUCT,
  TIME,
  DATE,
  TIMESTAMP,
  BYTES;

  /** Whether values are numbers. */
  public boolean isNumber() {
    return this == INTEGER || this == BIGINT || this == DECIMAL || this == DOUBLE;
  }

  /** Whether values are times of day, dates or points in time. */
  public boolean isTime() {
    return this == TIME || this == DATE || this == TIMESTAMP;
  }

  /**
   * Whether a value of this kind becomes one of the other without a CAST: equal kinds, a number to
   * a wider one, text to a time or to bytes.
   */
  public boolean canImplicitlyCast(SqlBaseType to) {
    return this == to
        || isNumber() && to.isNumber() && ordinal() <= to.ordinal()
        || this == STRING && (to.isTime() || to == BYTES);
  }
}
