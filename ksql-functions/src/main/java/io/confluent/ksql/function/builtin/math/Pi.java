package io.confluent.ksql.function.builtin.math;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code PI}. */
@UdfDescription(
    name = "pi",
    category = FunctionCategory.MATHEMATICAL,
    description = "The ratio of a circle's circumference to its diameter.")
@UdfExample(sql = "PI()", result = "3.141592653589793E0")
public final class Pi {
  @Udf
  public double pi() {
    return Math.PI;
  }
}
