package io.confluent.ksql.function.builtin.math;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code SIGN}. */
@UdfDescription(
    name = "sign",
    category = FunctionCategory.MATHEMATICAL,
    description = "-1, 0 or 1, as the number is negative, zero or positive.")
@UdfExample(sql = "SIGN(-3)", result = "-1")
@UdfExample(sql = "SIGN(0)", result = "0")
public final class Sign {
  @Udf(strict = true)
  public int sign(double number) {
    return (int) Math.signum(number);
  }
}
