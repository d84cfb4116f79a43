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

/** The SQL aggregate function {@code MAX}. */
@UdafDescription(name = "MAX", description = "The greatest of the values that are not NULL.")
public final class Max {
  private Max() {}

  @UdafFactory(description = "The greatest INTEGER.")
  public static Udaf<Integer, Integer, Integer> maxInteger() {
    return new Extreme<>(Comparator.naturalOrder());
  }

  @UdafFactory(description = "The greatest BIGINT.")
  public static Udaf<Long, Long, Long> maxBigint() {
    return new Extreme<>(Comparator.naturalOrder());
  }

  @UdafFactory(description = "The greatest DOUBLE.")
  public static Udaf<Double, Double, Double> maxDouble() {
    return new Extreme<>(Comparator.naturalOrder());
  }

  @UdafFactory(description = "The greatest DECIMAL.")
  public static Udaf<BigDecimal, BigDecimal, BigDecimal> maxDecimal() {
    return new Extreme<>(Comparator.naturalOrder());
  }

  @UdafFactory(description = "The greatest STRING.")
  public static Udaf<String, String, String> maxString() {
    return new Extreme<>(Comparator.naturalOrder());
  }

  @UdafFactory(description = "The greatest BYTES.")
  public static Udaf<ByteBuffer, ByteBuffer, ByteBuffer> maxBytes() {
    return new Extreme<>(Comparator.naturalOrder());
  }

  @UdafFactory(description = "The greatest DATE.")
  public static Udaf<Date, Date, Date> maxDate() {
    return new Extreme<>(Comparator.comparingLong(Date::getTime));
  }

  @UdafFactory(description = "The greatest TIME.")
  public static Udaf<Time, Time, Time> maxTime() {
    return new Extreme<>(Comparator.comparingLong(Time::getTime));
  }

  @UdafFactory(description = "The greatest TIMESTAMP.")
  public static Udaf<Timestamp, Timestamp, Timestamp> maxTimestamp() {
    return new Extreme<>(Comparator.comparingLong(Timestamp::getTime));
  }
}
