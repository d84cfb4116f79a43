package io.confluent.ksql.function.builtin.conditional;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code NULLIF}. */
@UdfDescription(
    name = "NULLIF",
    category = FunctionCategory.CONDITIONAL,
    description = "NULL if both values are equal, else the first.")
@UdfExample(sql = "NULLIF('a', 'a')", result = "NULL")
@UdfExample(sql = "NULLIF(1, 2)", result = "1")
public final class NullIf {
  @Udf
  public <T> T nullIf(T value, T other) {
    return value == null || value.equals(other) ? null : value;
  }
}
