package io.confluent.ksql.function.builtin.math;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code LN}. */
@UdfDescription(
    name = "ln",
    category = FunctionCategory.MATHEMATICAL,
    description = "The natural logarithm; -Infinity for zero, NaN for a negative number.")
@UdfExample(sql = "LN(1)", result = "0E0")
public final class Ln {
  @Udf(strict = true)
  public double ln(double number) {
    return Math.log(number);
  }
}
