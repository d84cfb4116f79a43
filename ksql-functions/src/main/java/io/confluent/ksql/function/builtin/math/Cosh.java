package io.confluent.ksql.function.builtin.math;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code COSH}. */
@UdfDescription(
    name = "cosh",
    category = FunctionCategory.MATHEMATICAL,
    description = "The hyperbolic cosine.")
@UdfExample(sql = "COSH(0)", result = "1E0")
public final class Cosh {
  @Udf(strict = true)
  public double cosh(double number) {
    return Math.cosh(number);
  }
}
