package io.confluent.ksql.function.builtin.time;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.sql.Date;
import java.util.concurrent.TimeUnit;

/** The SQL function {@code DATESUB}. */
@UdfDescription(
    name = "datesub",
    category = FunctionCategory.DATE_TIME,
    description = "The date so many units before another; parts of a day are dropped.")
@UdfExample(sql = "UNIX_DATE(DATESUB(DAYS, 2, FROM_DAYS(5)))", result = "3")
public final class DateSub {
  @Udf(strict = true)
  public Date sub(TimeUnit unit, int count, Date date) {
    return Days.containing(date.getTime() - unit.toMillis(count));
  }
}
