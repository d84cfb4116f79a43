package io.confluent.ksql.function.builtin.time;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.sql.Date;

/** The SQL function {@code UNIX_DATE}. */
@UdfDescription(
    name = "unix_date",
    category = FunctionCategory.DATE_TIME,
    description = "Days since 1970-01-01, today in UTC or of a date.")
@UdfExample(sql = "UNIX_DATE(FROM_DAYS(3))", result = "3")
@UdfExample(sql = "UNIX_DATE() > 0", result = "true")
public final class UnixDate {
  @Udf
  public int unixDate() {
    return (int) Math.floorDiv(System.currentTimeMillis(), Days.MILLIS);
  }

  @Udf(strict = true)
  public int unixDate(Date date) {
    return (int) Days.of(date).toEpochDay();
  }
}
