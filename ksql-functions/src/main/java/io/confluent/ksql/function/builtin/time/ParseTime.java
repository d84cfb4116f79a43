package io.confluent.ksql.function.builtin.time;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.KsqlFunctionException;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.sql.Time;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;

/** The SQL function {@code PARSE_TIME}. */
@UdfDescription(
    name = "parse_time",
    category = FunctionCategory.DATE_TIME,
    description =
        "The time of day that a text means, by a pattern of"
            + " java.time.format.DateTimeFormatter without a date.")
@UdfExample(sql = "FORMAT_TIME(PARSE_TIME('10:15', 'HH:mm'), 'HHmmss')", result = "'101500'")
public final class ParseTime {
  private final Patterns patterns = Patterns.forParsing();

  @Udf(strict = true)
  public Time parseTime(String text, String pattern) {
    try {
      TemporalAccessor parsed = patterns.formatter(pattern).parse(text);
      for (ChronoField field : ChronoField.values()) {
        if (field.isDateBased() && parsed.isSupported(field)) {
          throw new KsqlFunctionException(
              "'" + pattern + "' has parts of a date, but only a time of day is wanted.");
        }
      }
      return new Time(LocalTime.from(parsed).toNanoOfDay() / 1_000_000);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new KsqlFunctionException(
          "'" + text + "' is no time of day written as '" + pattern + "': " + e.getMessage(), e);
    }
  }
}
