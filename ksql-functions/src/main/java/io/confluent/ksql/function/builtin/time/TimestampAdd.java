package io.confluent.ksql.function.builtin.time;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.sql.Timestamp;
import java.util.concurrent.TimeUnit;

/** The SQL function {@code TIMESTAMPADD}. */
@UdfDescription(
    name = "timestampadd",
    category = FunctionCategory.DATE_TIME,
    description = "The timestamp so many units after another.")
@UdfExample(sql = "UNIX_TIMESTAMP(TIMESTAMPADD(SECONDS, 2, FROM_UNIXTIME(5000)))", result = "7000")
public final class TimestampAdd {
  @Udf(strict = true)
  public Timestamp add(TimeUnit unit, int count, Timestamp time) {
    return new Timestamp(time.getTime() + unit.toMillis(count));
  }
}
