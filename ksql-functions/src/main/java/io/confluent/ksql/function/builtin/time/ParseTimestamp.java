package io.confluent.ksql.function.builtin.time;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.sql.Timestamp;
import java.time.ZoneOffset;

/** The SQL function {@code PARSE_TIMESTAMP}. */
@UdfDescription(
    name = "parse_timestamp",
    category = FunctionCategory.DATE_TIME,
    description =
        "The timestamp that a text means, by a pattern of java.time.format.DateTimeFormatter;"
            + " what is missing is that of 1970-01-01T00:00. The time zone (UTC unless given)"
            + " holds where the text names none.")
@UdfExample(
    sql = "UNIX_TIMESTAMP(PARSE_TIMESTAMP('1970-01-02', 'yyyy-MM-dd'))",
    result = "86400000")
@UdfExample(
    sql = "UNIX_TIMESTAMP(PARSE_TIMESTAMP('1970-01-01 02:00', 'yyyy-MM-dd HH:mm', '+02:00'))",
    result = "0")
public final class ParseTimestamp {
  private final Patterns patterns = Patterns.forParsing();

  @Udf(strict = true)
  public Timestamp parse(String text, String pattern) {
    return new Timestamp(Instants.parse(text, patterns, pattern, ZoneOffset.UTC));
  }

  @Udf(strict = true)
  public Timestamp parse(String text, String pattern, String zone) {
    return new Timestamp(Instants.parse(text, patterns, pattern, Instants.zone(zone)));
  }
}
