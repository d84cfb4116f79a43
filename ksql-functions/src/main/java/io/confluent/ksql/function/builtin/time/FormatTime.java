package io.confluent.ksql.function.builtin.time;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.KsqlFunctionException;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.sql.Time;
import java.time.DateTimeException;

/** The SQL function {@code FORMAT_TIME}. */
@UdfDescription(
    name = "format_time",
    category = FunctionCategory.DATE_TIME,
    description = "A time of day as text, by a pattern of java.time.format.DateTimeFormatter.")
@UdfExample(sql = "FORMAT_TIME(PARSE_TIME('23.10', 'HH.mm'), 'HH:mm:ss')", result = "'23:10:00'")
public final class FormatTime {
  private final Patterns patterns = Patterns.forFormatting();

  @Udf(strict = true)
  public String formatTime(Time time, String pattern) {
    try {
      return patterns.formatter(pattern).format(TimesOfDay.of(time));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new KsqlFunctionException(
          "The time "
              + TimesOfDay.of(time)
              + " cannot be written as '"
              + pattern
              + "': "
              + e.getMessage(),
          e);
    }
  }
}
