package io.confluent.ksql.function.builtin.math;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code EXP}. */
@UdfDescription(
    name = "exp",
    category = FunctionCategory.MATHEMATICAL,
    description = "The number e to that power.")
@UdfExample(sql = "EXP(0)", result = "1E0")
public final class Exp {
  @Udf(strict = true)
  public double exp(double number) {
    return Math.exp(number);
  }
}
