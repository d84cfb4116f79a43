package io.confluent.ksql.function.builtin.time;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.sql.Date;

/** The SQL function {@code FROM_DAYS}. */
@UdfDescription(
    name = "from_days",
    category = FunctionCategory.DATE_TIME,
    description = "The date so many days after 1970-01-01.")
@UdfExample(sql = "UNIX_DATE(FROM_DAYS(18765))", result = "18765")
public final class FromDays {
  @Udf(strict = true)
  public Date fromDays(int days) {
    return Days.date(days);
  }
}
