package io.confluent.ksql.function.builtin.time;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.sql.Timestamp;
import java.util.concurrent.TimeUnit;

/** The SQL function {@code TIMESTAMPSUB}. */
@UdfDescription(
    name = "timestampsub",
    category = FunctionCategory.DATE_TIME,
    description = "The timestamp so many units before another.")
@UdfExample(sql = "UNIX_TIMESTAMP(TIMESTAMPSUB(SECONDS, 2, FROM_UNIXTIME(5000)))", result = "3000")
public final class TimestampSub {
  @Udf(strict = true)
  public Timestamp sub(TimeUnit unit, int count, Timestamp time) {
    return new Timestamp(time.getTime() - unit.toMillis(count));
  }
}
