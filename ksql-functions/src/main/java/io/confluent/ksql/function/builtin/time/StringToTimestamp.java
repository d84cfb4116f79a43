package io.confluent.ksql.function.builtin.time;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.time.ZoneId;

/** The SQL function {@code STRINGTOTIMESTAMP}. */
@UdfDescription(
    name = "stringtotimestamp",
    category = FunctionCategory.DATE_TIME,
    description =
        "Deprecated, see PARSE_TIMESTAMP. Milliseconds since the epoch of a text, by a"
            + " pattern of java.time.format.DateTimeFormatter, in a time zone (the server's"
            + " unless given).")
@UdfExample(sql = "STRINGTOTIMESTAMP('1970-01-02', 'yyyy-MM-dd', 'UTC')", result = "86400000")
public final class StringToTimestamp {
  private final Patterns patterns = Patterns.forParsing();

  @Udf(strict = true)
  public long parse(String text, String pattern) {
    return Instants.parse(text, patterns, pattern, ZoneId.systemDefault());
  }

  @Udf(strict = true)
  public long parse(String text, String pattern, String zone) {
    return Instants.parse(text, patterns, pattern, Instants.zone(zone));
  }
}
