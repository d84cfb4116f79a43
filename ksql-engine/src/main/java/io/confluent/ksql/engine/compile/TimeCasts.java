package io.confluent.ksql.engine.compile;

import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Casts among DATE, TIME and TIMESTAMP, all in UTC. */
final class TimeCasts {
  private static final long MS_PER_DAY = 86_400_000L;

  private TimeCasts() {}

  static Optional<UnaryOperator<Object>> between(SqlBaseType from, SqlBaseType to) {
    if (from == SqlBaseType.TIMESTAMP && to == SqlBaseType.TIME) {
      return Optional.of(value -> new Time(Math.floorMod(ms(value), MS_PER_DAY)));
    }
    if (from == SqlBaseType.TIMESTAMP && to == SqlBaseType.DATE) {
      return Optional.of(value -> new Date(Math.floorDiv(ms(value), MS_PER_DAY) * MS_PER_DAY));
    }
    if (from == SqlBaseType.DATE && to == SqlBaseType.TIMESTAMP) {
      return Optional.of(value -> new Timestamp(ms(value)));
    }
    return Optional.empty();
  }

  private static long ms(Object value) {
    return ((java.util.Date) value).getTime();
  }
}
