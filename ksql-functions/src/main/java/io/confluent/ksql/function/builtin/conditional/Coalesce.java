package io.confluent.ksql.function.builtin.conditional;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code COALESCE}. */
@UdfDescription(
    name = "COALESCE",
    category = FunctionCategory.CONDITIONAL,
    description = "The first of the values that is not NULL.")
@UdfExample(sql = "COALESCE(CAST(NULL AS STRING), 'b', 'c')", result = "'b'")
public final class Coalesce {
  @Udf
  @SafeVarargs
  public final <T> T coalesce(T first, T... others) {
    if (first != null) {
      return first;
    }
    for (T other : others) {
      if (other != null) {
        return other;
      }
    }
    return null;
  }
}
