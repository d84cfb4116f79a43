package io.confluent.ksql.function.conformance;

import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;

/** Multiplies whole numbers. */
@UdfDescription(name = "multiply", description = "Multiplies whole numbers.")
public final class Multiply {
  @Udf
  public long multiply(int one, int two) {
    return (long) one * two;
  }

  @Udf
  public long multiply(long one, long two) {
    return one * two;
  }
}
