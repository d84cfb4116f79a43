package io.confluent.ksql.function.builtin.time;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.KsqlFunctionException;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.time.DateTimeException;
import java.time.LocalDate;

/** The SQL function {@code DATETOSTRING}. */
@UdfDescription(
    name = "datetostring",
    category = FunctionCategory.DATE_TIME,
    description =
        "Deprecated, see FORMAT_DATE. Days since 1970-01-01 as text, by a pattern of"
            + " java.time.format.DateTimeFormatter.")
@UdfExample(sql = "DATETOSTRING(1, 'yyyy-MM-dd')", result = "'1970-01-02'")
public final class DateToString {
  private final Patterns patterns = Patterns.forFormatting();

  @Udf(strict = true)
  public String dateToString(int days, String pattern) {
    try {
      return patterns.formatter(pattern).format(LocalDate.ofEpochDay(days));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new KsqlFunctionException(
          "Day " + days + " cannot be written as '" + pattern + "': " + e.getMessage(), e);
    }
  }
}
