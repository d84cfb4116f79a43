package io.confluent.ksql.function.builtin.time;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.sql.Timestamp;

/** The SQL function {@code FROM_UNIXTIME}. */
@UdfDescription(
    name = "from_unixtime",
    category = FunctionCategory.DATE_TIME,
    description = "The timestamp of milliseconds since the epoch.")
@UdfExample(sql = "UNIX_TIMESTAMP(FROM_UNIXTIME(1000))", result = "1000")
public final class FromUnixTime {
  @Udf(strict = true)
  public Timestamp fromUnixTime(long epochMillis) {
    return new Timestamp(epochMillis);
  }
}
