package io.confluent.ksql.function.builtin.math;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code POWER}. */
@UdfDescription(
    name = "power",
    category = FunctionCategory.MATHEMATICAL,
    description = "The base to the power of the exponent.")
@UdfExample(sql = "POWER(2, 3)", result = "8E0")
public final class Power {
  @Udf(strict = true)
  public double power(double base, double exponent) {
    return Math.pow(base, exponent);
  }
}
