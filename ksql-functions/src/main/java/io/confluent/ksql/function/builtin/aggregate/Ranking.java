package io.confluent.ksql.function.builtin.aggregate;

import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.util.KsqlException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The order of values whose SQL type has one. */
final class Ranking {
  /** The greatest value first. */
  static final Comparator<Object> DESCENDING = Ranking::descending;

  private Ranking() {}

  @SuppressWarnings("unchecked")
  private static int descending(Object left, Object right) {
    return ((Comparable<Object>) right).compareTo(left);
  }

  /**
   * @throws KsqlException if values of the type have no order
   */
  static void check(SqlType type) {
    switch (type.baseType()) {
      case INTEGER, BIGINT, DECIMAL, DOUBLE, STRING, TIME, DATE, TIMESTAMP, BYTES -> {}
      case BOOLEAN, ARRAY, MAP, STRUCT -> throw new KsqlException(type + " has no order.");
    }
  }

  static int checkedCount(int count) {
    if (count < 1) {
      throw new KsqlException("the number of values must be at least 1.");
    }
    return count;
  }

  /** The first so many of two lists that are in order; of equal items the left ones come first. */
  static <T> List<T> merge(List<T> left, List<T> right, Comparator<? super T> order, int count) {
    List<T> all = new ArrayList<>(left);
    all.addAll(right);
    all.sort(order);
    return all.size() > count ? new ArrayList<>(all.subList(0, count)) : all;
  }
}
