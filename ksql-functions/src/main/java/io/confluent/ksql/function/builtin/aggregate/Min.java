package io.confluent.ksql.function.builtin.aggregate;

import io.confluent.ksql.function.udaf.Udaf;
import io.confluent.ksql.function.udaf.UdafDescription;
import io.confluent.ksql.function.udaf.UdafFactory;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Comparator;

/** The SQL aggregate function {@code MIN}. */
@UdafDescription(name = "MIN", description = "The least of the values that are not NULL.")
public final class Min {
  private Min() {}

  @UdafFactory(description = "The least INTEGER.")
  public static Udaf<Integer, Integer, Integer> minInteger() {
    return new Extreme<>(Comparator.reverseOrder());
  }

  @UdafFactory(description = "The least BIGINT.")
  public static Udaf<Long, Long, Long> minBigint() {
    return new Extreme<>(Comparator.reverseOrder());
  }

  @UdafFactory(description = "The least DOUBLE.")
  public static Udaf<Double, Double, Double> minDouble() {
    return new Extreme<>(Comparator.reverseOrder());
  }

  @UdafFactory(description = "The least DECIMAL.")
  public static Udaf<BigDecimal, BigDecimal, BigDecimal> minDecimal() {
    return new Extreme<>(Comparator.reverseOrder());
  }

  @UdafFactory(description = "The least STRING.")
  public static Udaf<String, String, String> minString() {
    return new Extreme<>(Comparator.reverseOrder());
  }

  @UdafFactory(description = "The least BYTES.")
  public static Udaf<ByteBuffer, ByteBuffer, ByteBuffer> minBytes() {
    return new Extreme<>(Comparator.reverseOrder());
  }

  @UdafFactory(description = "The least DATE.")
  public static Udaf<Date, Date, Date> minDate() {
    return new Extreme<>(Comparator.comparingLong(Date::getTime).reversed());
  }

  @UdafFactory(description = "The least TIME.")
  public static Udaf<Time, Time, Time> minTime() {
    return new Extreme<>(Comparator.comparingLong(Time::getTime).reversed());
  }

  @UdafFactory(description = "The least TIMESTAMP.")
  public static Udaf<Timestamp, Timestamp, Timestamp> minTimestamp() {
    return new Extreme<>(Comparator.comparingLong(Timestamp::getTime).reversed());
  }
}
