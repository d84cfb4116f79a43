package io.confluent.ksql.function.builtin.time;

import io.confluent.ksql.function.KsqlFunctionException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;

/** Times as text and back, with whatever the text leaves open completed from the epoch. */
final class Instants {
  private Instants() {}

  /** The text of a time in ms since the epoch. */
  static String format(long time, Patterns patterns, String pattern, ZoneId zone) {
    try {
      return patterns.formatter(pattern).format(Instant.ofEpochMilli(time).atZone(zone));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new KsqlFunctionException(
          "The time "
              + Instant.ofEpochMilli(time)
              + " cannot be written as '"
              + pattern
              + "': "
              + e.getMessage(),
          e);
    }
  }

  /** Milliseconds since the epoch; the zone holds unless the text names one. */
  static long parse(String text, Patterns patterns, String pattern, ZoneId zone) {
    try {
      return parse(text, patterns.formatter(pattern), zone);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new KsqlFunctionException(
          "'" + text + "' is no time written as '" + pattern + "': " + e.getMessage(), e);
    }
  }

  private static long parse(String text, DateTimeFormatter formatter, ZoneId zone) {
    TemporalAccessor parsed = formatter.parse(text);
    ZoneId own = parsed.query(TemporalQueries.zone());
    return date(parsed)
        .plus(parsed.query(DateTimeFormatter.parsedExcessDays()))
        .atTime(time(parsed))
        .atZone(own == null ? zone : own)
        .toInstant()
        .toEpochMilli();
  }

  private static LocalDate date(TemporalAccessor parsed) {
    LocalDate date = parsed.query(TemporalQueries.localDate());
    return date != null
        ? date
        : LocalDate.of(
            get(parsed, ChronoField.YEAR, 1970),
            get(parsed, ChronoField.MONTH_OF_YEAR, 1),
            get(parsed, ChronoField.DAY_OF_MONTH, 1));
  }

  private static LocalTime time(TemporalAccessor parsed) {
    LocalTime time = parsed.query(TemporalQueries.localTime());
    return time != null
        ? time
        : LocalTime.of(
            get(parsed, ChronoField.HOUR_OF_DAY, get(parsed, ChronoField.HOUR_OF_AMPM, 0)),
            get(parsed, ChronoField.MINUTE_OF_HOUR, 0),
            get(parsed, ChronoField.SECOND_OF_MINUTE, 0),
            get(parsed, ChronoField.NANO_OF_SECOND, 0));
  }

  private static int get(TemporalAccessor parsed, ChronoField field, int otherwise) {
    return parsed.isSupported(field) ? parsed.get(field) : otherwise;
  }

  /** The zone of an identifier such as {@code Europe/Zurich} or {@code +02:00}. */
  static ZoneId zone(String id) {
    return ZoneId.of(id);
  }
}
