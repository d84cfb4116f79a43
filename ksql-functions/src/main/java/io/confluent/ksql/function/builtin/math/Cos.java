package io.confluent.ksql.function.builtin.math;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code COS}. */
@UdfDescription(
    name = "cos",
    category = FunctionCategory.MATHEMATICAL,
    description = "The cosine of an angle in radians.")
@UdfExample(sql = "COS(0)", result = "1E0")
public final class Cos {
  @Udf(strict = true)
  public double cos(double number) {
    return Math.cos(number);
  }
}
