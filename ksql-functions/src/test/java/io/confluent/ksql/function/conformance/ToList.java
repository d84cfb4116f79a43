package io.confluent.ksql.function.conformance;

import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import java.util.List;

/** Wraps a text into a list. */
@UdfDescription(name = "tolist", description = "Wraps a text into a list.")
public final class ToList {
  @Udf
  public List<String> wrap(String text) {
    return List.of(text);
  }
}
