package io.confluent.ksql.function.builtin.math;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code LOG}. */
@UdfDescription(
    name = "log",
    category = FunctionCategory.MATHEMATICAL,
    description =
        "The natural logarithm, or with two arguments the logarithm of the second to the base"
            + " of the first; NaN for a base that is 1 or not positive.")
@UdfExample(sql = "LOG(1)", result = "0E0")
@UdfExample(sql = "LOG(2, 8)", result = "3E0")
public final class Log {
  @Udf(strict = true)
  public double log(double number) {
    return Math.log(number);
  }

  @Udf(strict = true)
  public double log(double base, double number) {
    return base <= 0 || base == 1 ? Double.NaN : Math.log(number) / Math.log(base);
  }
}
