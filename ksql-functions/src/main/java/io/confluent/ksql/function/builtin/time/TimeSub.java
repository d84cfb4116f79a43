package io.confluent.ksql.function.builtin.time;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.sql.Time;
import java.util.concurrent.TimeUnit;

/** The SQL function {@code TIMESUB}. */
@UdfDescription(
    name = "timesub",
    category = FunctionCategory.DATE_TIME,
    description = "The time of day so many units before another, going back over midnight.")
@UdfExample(
    sql = "FORMAT_TIME(TIMESUB(HOURS, 2, PARSE_TIME('01:10', 'HH:mm')), 'HH:mm')",
    result = "'23:10'")
public final class TimeSub {
  @Udf(strict = true)
  public Time sub(TimeUnit unit, int count, Time time) {
    return TimesOfDay.plus(time, -unit.toMillis(count));
  }
}
