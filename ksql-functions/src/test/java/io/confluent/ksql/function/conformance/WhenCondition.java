package io.confluent.ksql.function.conformance;

import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;

/** A condition that fails if it should not have been asked. */
@UdfDescription(name = "WhenCondition", description = "Fails if it should not have been asked.")
public final class WhenCondition {
  @Udf
  public boolean evaluate(boolean value, boolean expected) {
    if (!expected) {
      throw new IllegalStateException("This condition should not have been asked.");
    }
    return value;
  }
}
