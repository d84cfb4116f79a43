package io.confluent.ksql.function.builtin.array;

import io.confluent.ksql.schema.ksql.types.SqlArray;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.util.KsqlException;

/** The order of items whose SQL type has one. */
final class Order {
  private Order() {}

  @SuppressWarnings("unchecked")
  static int compare(Object left, Object right) {
    return ((Comparable<Object>) left).compareTo(right);
  }

  /** The type of the items of a list, if they have an order. */
  static SqlType itemType(SqlType list) {
    SqlType item = ((SqlArray) list).getItemType();
    return switch (item.baseType()) {
      case BOOLEAN, INTEGER, BIGINT, DECIMAL, DOUBLE, STRING, TIME, DATE, TIMESTAMP, BYTES -> item;
      case ARRAY, MAP, STRUCT ->
          throw new KsqlException("items of type " + item + " have no order.");
    };
  }
}
