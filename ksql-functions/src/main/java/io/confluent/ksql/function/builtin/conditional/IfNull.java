package io.confluent.ksql.function.builtin.conditional;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code IFNULL}. */
@UdfDescription(
    name = "IFNULL",
    category = FunctionCategory.CONDITIONAL,
    description = "The value, or the alternative if the value is NULL.")
@UdfExample(sql = "IFNULL(CAST(NULL AS INT), 3)", result = "3")
public final class IfNull {
  @Udf
  public <T> T ifNull(T value, T alternative) {
    return value == null ? alternative : value;
  }
}
