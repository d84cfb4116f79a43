package io.confluent.ksql.function.builtin.math;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code TANH}. */
@UdfDescription(
    name = "tanh",
    category = FunctionCategory.MATHEMATICAL,
    description = "The hyperbolic tangent.")
@UdfExample(sql = "TANH(0)", result = "0E0")
public final class Tanh {
  @Udf(strict = true)
  public double tanh(double number) {
    return Math.tanh(number);
  }
}
