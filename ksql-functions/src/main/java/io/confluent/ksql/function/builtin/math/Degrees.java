package io.confluent.ksql.function.builtin.math;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code DEGREES}. */
@UdfDescription(
    name = "degrees",
    category = FunctionCategory.MATHEMATICAL,
    description = "An angle in radians as degrees.")
@UdfExample(sql = "DEGREES(PI())", result = "180E0")
public final class Degrees {
  @Udf(strict = true)
  public double degrees(double number) {
    return Math.toDegrees(number);
  }
}
