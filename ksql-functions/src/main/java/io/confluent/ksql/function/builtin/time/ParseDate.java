package io.confluent.ksql.function.builtin.time;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.sql.Date;

/** The SQL function {@code PARSE_DATE}. */
@UdfDescription(
    name = "parse_date",
    category = FunctionCategory.DATE_TIME,
    description =
        "The date that a text means, by a pattern of java.text.SimpleDateFormat without a"
            + " time of day.")
@UdfExample(sql = "UNIX_DATE(PARSE_DATE('02/01/1970', 'dd/MM/yyyy'))", result = "1")
public final class ParseDate {
  private final DateReader reader = new DateReader();

  @Udf(strict = true)
  public Date parseDate(String text, String pattern) {
    return Days.date(reader.epochDay(text, pattern));
  }
}
