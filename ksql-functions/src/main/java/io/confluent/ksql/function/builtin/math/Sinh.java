package io.confluent.ksql.function.builtin.math;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code SINH}. */
@UdfDescription(
    name = "sinh",
    category = FunctionCategory.MATHEMATICAL,
    description = "The hyperbolic sine.")
@UdfExample(sql = "SINH(0)", result = "0E0")
public final class Sinh {
  @Udf(strict = true)
  public double sinh(double number) {
    return Math.sinh(number);
  }
}
