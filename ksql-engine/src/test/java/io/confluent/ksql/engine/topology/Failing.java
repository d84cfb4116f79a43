package io.confluent.ksql.engine.topology;

import io.confluent.ksql.function.KsqlFunctionException;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfParameter;
import io.confluent.ksql.function.udf.UdfWarnings;
import io.confluent.ksql.function.udf.WarningUdf;

/** Fails for text that starts with x, and else gives its length; warns of what starts with w. */
@UdfDescription(name = "FAILING", description = "Fails for text that starts with x.")
public final class Failing implements WarningUdf {
  private UdfWarnings warnings = message -> {};

  @Override
  public void warnTo(UdfWarnings listener) {
    warnings = listener;
  }

  /** The length of the text. */
  @Udf(description = "The length of the text.")
  public Double length(@UdfParameter("text") String text) {
    if (text.startsWith("x")) {
      throw new KsqlFunctionException("No score for " + text);
    }
    if (text.startsWith("w")) {
      warnings.warn(() -> "Mind " + text);
    }
    return (double) text.length();
  }
}
