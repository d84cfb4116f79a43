package io.confluent.ksql.function.builtin.math;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code CBRT}. */
@UdfDescription(
    name = "cbrt",
    category = FunctionCategory.MATHEMATICAL,
    description = "The cube root.")
@UdfExample(sql = "CBRT(-27)", result = "-3E0")
public final class Cbrt {
  @Udf(strict = true)
  public double cbrt(double number) {
    return Math.cbrt(number);
  }
}
