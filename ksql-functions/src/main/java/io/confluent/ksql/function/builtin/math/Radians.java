package io.confluent.ksql.function.builtin.math;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code RADIANS}. */
@UdfDescription(
    name = "radians",
    category = FunctionCategory.MATHEMATICAL,
    description = "An angle in degrees as radians.")
@UdfExample(sql = "RADIANS(180)", result = "3.141592653589793E0")
public final class Radians {
  @Udf(strict = true)
  public double radians(double number) {
    return Math.toRadians(number);
  }
}
