package io.confluent.ksql.function.builtin.time;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
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
    return Instants.format(time, patterns, pattern, ZoneId.systemDefault());
  }

  @Udf(strict = true)
  public String format(long time, String pattern, String zone) {
    return Instants.format(time, patterns, pattern, Instants.zone(zone));
  }
}
