package io.confluent.ksql.function.builtin.math;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.util.concurrent.ThreadLocalRandom;

/** The SQL function {@code RANDOM}. */
@UdfDescription(
    name = "random",
    category = FunctionCategory.MATHEMATICAL,
    description = "A random number from 0 inclusive to 1 exclusive.")
@UdfExample(sql = "RANDOM() < 1", result = "true")
public final class Random {
  @Udf
  public double random() {
    return ThreadLocalRandom.current().nextDouble();
  }
}
