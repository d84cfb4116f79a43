package io.confluent.ksql.function.builtin.time;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code STRINGTODATE}. */
@UdfDescription(
    name = "stringtodate",
    category = FunctionCategory.DATE_TIME,
    description =
        "Deprecated, see PARSE_DATE. Days since 1970-01-01 of a text, by a pattern of"
            + " java.text.SimpleDateFormat.")
@UdfExample(sql = "STRINGTODATE('1970-01-02', 'yyyy-MM-dd')", result = "1")
public final class StringToDate {
  private final DateReader reader = new DateReader();

  @Udf(strict = true)
  public int stringToDate(String text, String pattern) {
    return Math.toIntExact(reader.epochDay(text, pattern));
  }
}
