package io.confluent.ksql.function.builtin.time;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.KsqlFunctionException;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.sql.Date;
import java.time.DateTimeException;

/** The SQL function {@code FORMAT_DATE}. */
@UdfDescription(
    name = "format_date",
    category = FunctionCategory.DATE_TIME,
    description = "A date as text, by a pattern of java.time.format.DateTimeFormatter.")
@UdfExample(sql = "FORMAT_DATE(FROM_DAYS(18765), 'dd.MM.yyyy')", result = "'18.05.2021'")
public final class FormatDate {
  private final Patterns patterns = Patterns.forFormatting();

  @Udf(strict = true)
  public String formatDate(Date date, String pattern) {
    try {
      return patterns.formatter(pattern).format(Days.of(date));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new KsqlFunctionException(
          "The date "
              + Days.of(date)
              + " cannot be written as '"
              + pattern
              + "': "
              + e.getMessage(),
          e);
    }
  }
}
