package io.confluent.ksql.function.builtin.aggregate;

import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.value.StructValue;

/**
 * Values marked with the order of their arrival. The marks follow the clock, for they are compared
 * with marks from before a restart, or of another thread that had the task before.
 */
final class Arrivals {
  private static final int SEQUENCE = 0;
  private static final int VALUE = 1;
  private static final int BITS_PER_MILLISECOND = 20;

  private final SqlStruct type;
  private long last;

  Arrivals(SqlType valueType) {
    type = SqlTypes.struct().field("SEQ", SqlTypes.BIGINT).field("VAL", valueType).build();
  }

  /** The type of a marked value. */
  SqlStruct type() {
    return type;
  }

  StructValue mark(Object value) {
    last = Math.max(last + 1, System.currentTimeMillis() << BITS_PER_MILLISECOND);
    return new StructValue(type, last, value);
  }

  static Object value(StructValue marked) {
    return marked.value(VALUE);
  }

  static int compare(StructValue left, StructValue right) {
    return Long.compare((Long) left.value(SEQUENCE), (Long) right.value(SEQUENCE));
  }
}
