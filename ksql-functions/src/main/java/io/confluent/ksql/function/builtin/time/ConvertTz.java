package io.confluent.ksql.function.builtin.time;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.KsqlFunctionException;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The SQL function {@code CONVERT_TZ}. */
@UdfDescription(
    name = "convert_tz",
    category = FunctionCategory.DATE_TIME,
    description = "A timestamp read as local time of one zone, as local time of another.")
@UdfExample(
    sql = "UNIX_TIMESTAMP(CONVERT_TZ(FROM_UNIXTIME(0), 'UTC', '+01:00'))",
    result = "3600000")
public final class ConvertTz {
  @Udf(strict = true)
  public Timestamp convertTz(Timestamp time, String from, String to) {
    try {
      Instant instant = time.toInstant();
      int seconds = offset(to, instant) - offset(from, instant);
      return new Timestamp(time.getTime() + TimeUnit.SECONDS.toMillis(seconds));
    } catch (DateTimeException e) {
      throw new KsqlFunctionException("There is no such time zone: " + e.getMessage(), e);
    }
  }

  private static int offset(String zone, Instant instant) {
    return Instants.zone(zone).getRules().getOffset(instant).getTotalSeconds();
  }
}
