package io.confluent.ksql.function.builtin.time;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.sql.Timestamp;

/** The SQL function {@code UNIX_TIMESTAMP}. */
@UdfDescription(
    name = "unix_timestamp",
    category = FunctionCategory.DATE_TIME,
    description = "Milliseconds since the epoch, now or of a timestamp.")
@UdfExample(sql = "UNIX_TIMESTAMP(FROM_UNIXTIME(1000))", result = "1000")
@UdfExample(sql = "UNIX_TIMESTAMP() > 0", result = "true")
public final class UnixTimestamp {
  @Udf
  public long unixTimestamp() {
    return System.currentTimeMillis();
  }

  @Udf(strict = true)
  public long unixTimestamp(Timestamp time) {
    return time.getTime();
  }
}
