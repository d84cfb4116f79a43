package io.confluent.ksql.function.builtin.time;

import java.sql.Time;
import java.time.LocalTime;

/** SQL times, which are milliseconds since midnight. */
final class TimesOfDay {
  private TimesOfDay() {}

  static LocalTime of(Time time) {
    return LocalTime.ofNanoOfDay(Math.floorMod(time.getTime(), Days.MILLIS) * 1_000_000);
  }

  /** The time of day after so many milliseconds, beginning again at midnight. */
  static Time plus(Time time, long millis) {
    return new Time(
        Math.floorMod(time.getTime() + Math.floorMod(millis, Days.MILLIS), Days.MILLIS));
  }
}
