package io.confluent.ksql.function.builtin.math;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code ATAN}. */
@UdfDescription(
    name = "atan",
    category = FunctionCategory.MATHEMATICAL,
    description = "The angle in radians whose tangent is the number.")
@UdfExample(sql = "ATAN(0)", result = "0E0")
public final class Atan {
  @Udf(strict = true)
  public double atan(double number) {
    return Math.atan(number);
  }
}
