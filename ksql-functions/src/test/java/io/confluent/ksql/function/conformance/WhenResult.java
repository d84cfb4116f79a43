package io.confluent.ksql.function.conformance;

import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;

/** Proves that a result of CASE is not evaluated: it fails if it is. */
@UdfDescription(name = "WhenResult", description = "A result that may not be evaluated.")
public final class WhenResult {
  @Udf
  public int evaluate(int result, boolean mayBeEvaluated) {
    if (!mayBeEvaluated) {
      throw new IllegalStateException("This result should not have been evaluated.");
    }
    return result;
  }
}
