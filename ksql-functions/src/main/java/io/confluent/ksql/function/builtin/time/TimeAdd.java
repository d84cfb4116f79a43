package io.confluent.ksql.function.builtin.time;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.sql.Time;
import java.util.concurrent.TimeUnit;

/** The SQL function {@code TIMEADD}. */
@UdfDescription(
    name = "timeadd",
    category = FunctionCategory.DATE_TIME,
    description = "The time of day so many units after another, beginning again at midnight.")
@UdfExample(
    sql = "FORMAT_TIME(TIMEADD(HOURS, 2, PARSE_TIME('23:10', 'HH:mm')), 'HH:mm')",
    result = "'01:10'")
public final class TimeAdd {
  @Udf(strict = true)
  public Time add(TimeUnit unit, int count, Time time) {
    return TimesOfDay.plus(time, unit.toMillis(count));
  }
}
