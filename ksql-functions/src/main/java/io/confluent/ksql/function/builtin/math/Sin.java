package io.confluent.ksql.function.builtin.math;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code SIN}. */
@UdfDescription(
    name = "sin",
    category = FunctionCategory.MATHEMATICAL,
    description = "The sine of an angle in radians.")
@UdfExample(sql = "SIN(0)", result = "0E0")
public final class Sin {
  @Udf(strict = true)
  public double sin(double number) {
    return Math.sin(number);
  }
}
