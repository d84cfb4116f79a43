package io.confluent.ksql.function.conformance;

import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;

/** Fails for some of its arguments. */
@UdfDescription(name = "bad_udf", description = "Fails for some of its arguments.")
public final class BadUdf {
  private boolean oddCall;

  @Udf
  public String always(int number) {
    throw new IllegalStateException("boom!");
  }

  @Udf
  public int onDemand(boolean fails) {
    if (fails) {
      throw new IllegalStateException("You asked me to throw...");
    }
    return 0;
  }

  @Udf
  public String everySecond(String text) {
    oddCall = !oddCall;
    return oddCall ? null : text;
  }
}
