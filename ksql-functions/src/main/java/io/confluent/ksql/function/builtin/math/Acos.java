package io.confluent.ksql.function.builtin.math;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code ACOS}. */
@UdfDescription(
    name = "acos",
    category = FunctionCategory.MATHEMATICAL,
    description = "The angle in radians whose cosine is the number. NaN outside -1 to 1.")
@UdfExample(sql = "ACOS(1)", result = "0E0")
public final class Acos {
  @Udf(strict = true)
  public double acos(double number) {
    return Math.acos(number);
  }
}
