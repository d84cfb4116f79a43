package io.confluent.ksql.function.builtin.time;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.KsqlFunctionException;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.time.DateTimeException;
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
    return parse(text, pattern, ZoneId.systemDefault());
  }

  @Udf(strict = true)
  public long parse(String text, String pattern, String zone) {
    return parse(text, pattern, Instants.zone(zone));
  }

  private long parse(String text, String pattern, ZoneId zone) {
    try {
      return Instants.parse(text, patterns.formatter(pattern), zone);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new KsqlFunctionException(
          "'" + text + "' is no time written as '" + pattern + "': " + e.getMessage(), e);
    }
  }
}
