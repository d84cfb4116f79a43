package io.confluent.ksql.serde;

/** The decoder and the encoder of keys or values that have no columns: nothing is written. */
public final class NoColumns {
  private static final Object[] NO_VALUES = {};

  /** Does not look at the bytes; only null bytes are no row. */
  public static final RowDecoder DECODER = bytes -> bytes == null ? null : NO_VALUES;

  /** Writes null. */
  public static final RowEncoder ENCODER = values -> null;

  private NoColumns() {}
}
