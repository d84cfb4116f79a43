package io.confluent.ksql.function.builtin.time;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.sql.Timestamp;
import java.time.ZoneOffset;

/** The SQL function {@code FORMAT_TIMESTAMP}. */
@UdfDescription(
    name = "format_timestamp",
    category = FunctionCategory.DATE_TIME,
    description =
        "A timestamp as text, by a pattern of java.time.format.DateTimeFormatter, in a time"
            + " zone (UTC unless given).")
@UdfExample(
    sql = "FORMAT_TIMESTAMP(FROM_UNIXTIME(0), 'yyyy-MM-dd HH:mm')",
    result = "'1970-01-01 00:00'")
@UdfExample(sql = "FORMAT_TIMESTAMP(FROM_UNIXTIME(0), 'HH:mm', '+02:00')", result = "'02:00'")
public final class FormatTimestamp {
  private final Patterns patterns = Patterns.forFormatting();

  @Udf(strict = true)
  public String format(Timestamp time, String pattern) {
    return Instants.format(time.getTime(), patterns, pattern, ZoneOffset.UTC);
  }

  @Udf(strict = true)
  public String format(Timestamp time, String pattern, String zone) {
    return Instants.format(time.getTime(), patterns, pattern, Instants.zone(zone));
  }
}
