package io.confluent.ksql.function.builtin.math;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code ATAN2}. */
@UdfDescription(
    name = "atan2",
    category = FunctionCategory.MATHEMATICAL,
    description = "The angle in radians of the point (x, y).")
@UdfExample(sql = "ATAN2(0, 1)", result = "0E0")
public final class Atan2 {
  @Udf(strict = true)
  public double atan2(double y, double x) {
    return Math.atan2(y, x);
  }
}
