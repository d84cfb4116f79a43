package io.confluent.ksql.engine.topology;

import io.confluent.ksql.function.KsqlFunctionException;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfParameter;

/** Fails for text that starts with x, and else gives its length. */
@UdfDescription(name = "FAILING", description = "Fails for text that starts with x.")
public final class Failing {
  /** The length of the text. */
  @Udf(description = "The length of the text.")
  public Double length(@UdfParameter("text") String text) {
    if (text.startsWith("x")) {
      throw new KsqlFunctionException("No score for " + text);
    }
    return (double) text.length();
  }
}
