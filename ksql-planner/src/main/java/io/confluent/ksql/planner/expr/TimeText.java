package io.confluent.ksql.planner.expr;

import io.confluent.ksql.util.KsqlException;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates, times and timestamps as SQL writes them: {@code 2020-05-26T23:59:58.000+0200}, of which
 * the end may be missing. Without a zone a text is in UTC.
 */
public final class TimeText {
  private static final long MS_PER_DAY = 86_400_000L;
  private static final Pattern DATE = Pattern.compile("(\\d{4,9})(?:-(\\d\\d)(?:-(\\d\\d))?)?");
  private static final Pattern TIME =
      Pattern.compile("(\\d\\d)(?::(\\d\\d)(?::(\\d\\d)(?:\\.(\\d{1,9}))?)?)?");
  private static final Pattern END_OF_DAY = Pattern.compile("24(?::00(?::00(?:\\.0{1,9})?)?)?");
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private TimeText() {}

  /**
   * The point in time that a text means.
   *
   * @throws KsqlException if it means none
   */
  public static Timestamp timestamp(String text) {
    int t = text.indexOf('T');
    try {
      if (t < 0) {
        return new Timestamp(localDate(text, false).toEpochDay() * MS_PER_DAY);
      }
      LocalDate date = localDate(text.substring(0, t), true);
      String rest = text.substring(t + 1);
      int zone = Math.max(rest.indexOf('+'), rest.indexOf('-'));
      String time = zone < 0 ? withoutZ(rest) : rest.substring(0, zone);
      ZoneOffset offset = zone < 0 ? ZoneOffset.UTC : ZoneOffset.of(rest.substring(zone));
      if (END_OF_DAY.matcher(time).matches()) {
        return new Timestamp(date.plusDays(1).atStartOfDay().toInstant(offset).toEpochMilli());
      }
      LocalTime local = time.isEmpty() ? LocalTime.MIDNIGHT : localTime(time);
      return new Timestamp(date.atTime(local).toInstant(offset).toEpochMilli());
    } catch (DateTimeException | ArithmeticException e) {
      throw unreadable(
          "timestamp",
          text,
          "yyyy-MM-dd'T'HH:mm:ss.SSS with an optional zone such as Z or +0200, or the beginning"
              + " of it");
    }
  }

  private static String withoutZ(String time) {
    return time.endsWith("Z") ? time.substring(0, time.length() - 1) : time;
  }

  /**
   * The date that a text means.
   *
   * @throws KsqlException if it means none
   */
  public static Date date(String text) {
    try {
      return new Date(localDate(text, false).toEpochDay() * MS_PER_DAY);
    } catch (DateTimeException e) {
      throw unreadable("date", text, "yyyy-MM-dd, or the beginning of it");
    }
  }

  /**
   * The time of day that a text means.
   *
   * @throws KsqlException if it means none
   */
  public static Time time(String text) {
    try {
      if (text.indexOf(':') < 0) {
        throw new DateTimeException("minutes are missing");
      }
      return new Time(localTime(text).toNanoOfDay() / 1_000_000);
    } catch (DateTimeException e) {
      throw unreadable("time", text, "HH:mm:ss.SSS, of which seconds and fraction may be missing");
    }
  }

  /** A number of ms since the epoch, in full and in UTC. */
  public static String ofTimestamp(long ms) {
    return TIMESTAMP.format(Instant.ofEpochMilli(ms));
  }

  /** The date of a number of ms since the epoch, in UTC. */
  public static String ofDate(long ms) {
    return LocalDate.ofEpochDay(Math.floorDiv(ms, MS_PER_DAY)).toString();
  }

  /** To the second; seconds are left out where they are zero. */
  public static String ofTime(long ms) {
    return LocalTime.ofSecondOfDay(Math.floorMod(ms, MS_PER_DAY) / 1000).toString();
  }

  private static LocalDate localDate(String text, boolean complete) {
    Matcher parts = DATE.matcher(text);
    if (!parts.matches() || (complete && parts.group(3) == null)) {
      throw new DateTimeException("not a date");
    }
    return LocalDate.of(
        Integer.parseInt(parts.group(1)), number(parts.group(2), 1), number(parts.group(3), 1));
  }

  private static LocalTime localTime(String text) {
    Matcher parts = TIME.matcher(text);
    if (!parts.matches()) {
      throw new DateTimeException("not a time");
    }
    String fraction = parts.group(4) == null ? "0" : parts.group(4);
    int nanos = Integer.parseInt((fraction + "000000000").substring(0, 9));
    return LocalTime.of(
        Integer.parseInt(parts.group(1)),
        number(parts.group(2), 0),
        number(parts.group(3), 0),
        nanos);
  }

  private static int number(String digits, int otherwise) {
    return digits == null ? otherwise : Integer.parseInt(digits);
  }

  private static KsqlException unreadable(String what, String text, String form) {
    return new KsqlException("'" + text + "' is no " + what + "; its form is " + form);
  }
}
