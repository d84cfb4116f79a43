package io.confluent.ksql.function.builtin.math;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code ASIN}. */
@UdfDescription(
    name = "asin",
    category = FunctionCategory.MATHEMATICAL,
    description = "The angle in radians whose sine is the number. NaN outside -1 to 1.")
@UdfExample(sql = "ASIN(0)", result = "0E0")
public final class Asin {
  @Udf(strict = true)
  public double asin(double number) {
    return Math.asin(number);
  }
}
