package io.confluent.ksql.function.builtin.time;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.KsqlFunctionException;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.time.DateTimeException;
import java.time.ZoneId;

/** The SQL function {@code TIMESTAMPTOSTRING}. */
@UdfDescription(
    name = "timestamptostring",
    category = FunctionCategory.DATE_TIME,
    description =
        "Deprecated, see FORMAT_TIMESTAMP. Milliseconds since the epoch as text, by a pattern"
            + " of java.time.format.DateTimeFormatter, in a time zone (the server's unless"
            + " given).")
@UdfExample(sql = "TIMESTAMPTOSTRING(0, 'yyyy-MM-dd HH:mm', 'UTC')", result = "'1970-01-01 00:00'")
public final class TimestampToString {
  private final Patterns patterns = Patterns.forFormatting();

  @Udf(strict = true)
  public String format(long time, String pattern) {
    return format(time, pattern, ZoneId.systemDefault());
  }

  @Udf(strict = true)
  public String format(long time, String pattern, String zone) {
    return format(time, pattern, Instants.zone(zone));
  }

  private String format(long time, String pattern, ZoneId zone) {
    try {
      return Instants.format(time, patterns.formatter(pattern), zone);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new KsqlFunctionException(
          "The time " + time + " cannot be written as '" + pattern + "': " + e.getMessage(), e);
    }
  }
}
