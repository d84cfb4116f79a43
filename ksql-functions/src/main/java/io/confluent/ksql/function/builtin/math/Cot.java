package io.confluent.ksql.function.builtin.math;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code COT}. */
@UdfDescription(
    name = "cot",
    category = FunctionCategory.MATHEMATICAL,
    description = "The cotangent of an angle in radians.")
@UdfExample(sql = "ROUND(COT(PI() / 4), 9)", result = "1E0")
public final class Cot {
  @Udf(strict = true)
  public double cot(double number) {
    return 1 / Math.tan(number);
  }
}
