package io.confluent.ksql.function.builtin.math;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code TAN}. */
@UdfDescription(
    name = "tan",
    category = FunctionCategory.MATHEMATICAL,
    description = "The tangent of an angle in radians.")
@UdfExample(sql = "TAN(0)", result = "0E0")
public final class Tan {
  @Udf(strict = true)
  public double tan(double number) {
    return Math.tan(number);
  }
}
