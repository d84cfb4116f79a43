package io.confluent.ksql.tools.datagen;

import io.confluent.ksql.serde.Values;
import java.nio.ByteBuffer;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Base64;

/** A delivered row as it is printed. */
final class RowText {
  private RowText() {}

  /** {@code key --> (a | b | c) ts:time}. */
  static String of(Object key, Object[] row, long timestamp) {
    StringBuilder text = new StringBuilder(value(key)).append(" --> (");
    for (int i = 0; i < row.length; i++) {
      text.append(i == 0 ? "" : " | ").append(value(row[i]));
    }
    return text.append(") ts:").append(timestamp).toString();
  }

  /** Times are printed in UTC, which the SQL types' own texts are not. */
  private static String value(Object value) {
    if (value instanceof ByteBuffer) {
      return Base64.getEncoder().encodeToString(Values.bytes(value));
    }
    if (value instanceof Date) {
      return LocalDate.ofEpochDay(Values.epochDay(value)).toString();
    }
    if (value instanceof Time) {
      return LocalTime.ofNanoOfDay(Values.msOfDay(value) * 1_000_000L).toString();
    }
    if (value instanceof Timestamp timestamp) {
      return timestamp.toInstant().toString();
    }
    return String.valueOf(value);
  }
}
