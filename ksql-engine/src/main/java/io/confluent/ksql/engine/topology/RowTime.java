package io.confluent.ksql.engine.topology;

import io.confluent.ksql.engine.compile.EvaluationException;
import io.confluent.ksql.planner.catalog.TimestampColumn;
import io.confluent.ksql.row.Row;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Takes the time of a row from one of its columns. */
final class RowTime {
  private final String name;
  private final Schema.Side side;
  private final int index;
  private final Optional<DateTimeFormatter> format;

  private RowTime(String name, Schema.Side side, int index, Optional<DateTimeFormatter> format) {
    this.name = name;
    this.side = side;
    this.index = index;
    this.format = format;
  }

  static RowTime of(TimestampColumn timestamp, Schema schema) {
    OptionalInt inValue = schema.indexOfValue(timestamp.column());
    Schema.Side side = inValue.isPresent() ? Schema.Side.VALUE : Schema.Side.KEY;
    OptionalInt index = inValue.isPresent() ? inValue : schema.indexOfKey(timestamp.column());
    if (index.isEmpty()) {
      throw new IllegalArgumentException("No column " + timestamp.column() + " in " + schema);
    }
    SqlBaseType type = schema.columns(side).get(index.getAsInt()).type().baseType();
    boolean text = type == SqlBaseType.STRING;
    if (text != timestamp.pattern().isPresent()) {
      throw new IllegalArgumentException("A pattern belongs to text, not to " + type);
    }
    return new RowTime(
        timestamp.column(), side, index.getAsInt(), timestamp.pattern().map(RowTime::formatter));
  }

  private static DateTimeFormatter formatter(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.ROOT);
  }

  /**
   * The time of a row, ms since the epoch.
   *
   * @param key the key's columns, may be null
   * @param value the value's columns, may be null
   * @throws EvaluationException if it has none, or one before the epoch
   */
  long of(Row key, Row value) {
    Row half = side == Schema.Side.KEY ? key : value;
    Object time = half == null ? null : half.value(index);
    if (time == null) {
      throw new EvaluationException("The timestamp column " + name + " is NULL");
    }
    long ms = format.isPresent() ? parse(time.toString()) : ms(time);
    if (ms < 0) {
      throw new EvaluationException("The timestamp column " + name + " is negative: " + ms);
    }
    return ms;
  }

  private static long ms(Object time) {
    return time instanceof Date date ? date.getTime() : ((Number) time).longValue();
  }

  private long parse(String text) {
    try {
      TemporalAccessor parsed = format.orElseThrow().parse(text);
      if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
        return Instant.from(parsed).toEpochMilli();
      }
      LocalTime time = parsed.query(TemporalQueries.localTime());
      ZoneId zone = parsed.query(TemporalQueries.zone());
      return date(parsed)
          .atTime(time == null ? LocalTime.MIDNIGHT : time)
          .atZone(zone == null ? ZoneOffset.UTC : zone)
          .toInstant()
          .toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      throw new EvaluationException("The timestamp column " + name + " cannot be read: " + text);
    }
  }

  private static LocalDate date(TemporalAccessor parsed) {
    LocalDate date = parsed.query(TemporalQueries.localDate());
    return date != null
        ? date
        : LocalDate.of(
            field(parsed, ChronoField.YEAR_OF_ERA, field(parsed, ChronoField.YEAR, 1970)),
            field(parsed, ChronoField.MONTH_OF_YEAR, 1),
            field(parsed, ChronoField.DAY_OF_MONTH, 1));
  }

  private static int field(TemporalAccessor parsed, ChronoField field, int otherwise) {
    return parsed.isSupported(field) ? parsed.get(field) : otherwise;
  }
}
