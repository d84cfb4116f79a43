package io.confluent.ksql.function.conformance;

import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;

/** Proves that a condition of CASE is not evaluated: it fails if it is. */
@UdfDescription(name = "WhenCondition", description = "A condition that may not be evaluated.")
public final class WhenCondition {
  @Udf
  public boolean evaluate(boolean result, boolean mayBeEvaluated) {
    if (!mayBeEvaluated) {
      throw new IllegalStateException("This condition should not have been evaluated.");
    }
    return result;
  }
}
