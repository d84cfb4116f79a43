package io.confluent.ksql.function.builtin.math;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code SQRT}. */
@UdfDescription(
    name = "sqrt",
    category = FunctionCategory.MATHEMATICAL,
    description = "The square root; NaN for a negative number.")
@UdfExample(sql = "SQRT(4)", result = "2E0")
public final class Sqrt {
  @Udf(strict = true)
  public double sqrt(double number) {
    return Math.sqrt(number);
  }
}
