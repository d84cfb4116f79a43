package io.confluent.ksql.function.conformance;

import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;

/** A result that fails if it should not have been computed. */
@UdfDescription(name = "WhenResult", description = "Fails if it should not have been computed.")
public final class WhenResult {
  @Udf
  public int evaluate(int value, boolean expected) {
    if (!expected) {
      throw new IllegalStateException("This result should not have been computed.");
    }
    return value;
  }
}
