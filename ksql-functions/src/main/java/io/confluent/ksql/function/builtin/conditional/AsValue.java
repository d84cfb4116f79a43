package io.confluent.ksql.function.builtin.conditional;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code AS_VALUE}. */
@UdfDescription(
    name = "AS_VALUE",
    category = FunctionCategory.OTHER,
    description = "The value itself: makes a value column of a key column.")
@UdfExample(sql = "AS_VALUE(5)", result = "5")
public final class AsValue {
  @Udf
  public <T> T asValue(T value) {
    return value;
  }
}
