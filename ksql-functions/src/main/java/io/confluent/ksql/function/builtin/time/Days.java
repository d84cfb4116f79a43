package io.confluent.ksql.function.builtin.time;

import java.sql.Date;
import java.time.LocalDate;

/** SQL dates, which are milliseconds of a midnight in UTC, as days. */
final class Days {
  static final long MILLIS = 86_400_000;

  private Days() {}

  static LocalDate of(Date date) {
    return LocalDate.ofEpochDay(Math.floorDiv(date.getTime(), MILLIS));
  }

  static Date date(long epochDay) {
    return new Date(Math.multiplyExact(epochDay, MILLIS));
  }

  /** The date of the day that the time lies in. */
  static Date containing(long epochMillis) {
    return date(Math.floorDiv(epochMillis, MILLIS));
  }
}
