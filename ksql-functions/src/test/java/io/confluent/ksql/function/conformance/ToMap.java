package io.confluent.ksql.function.conformance;

import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import java.util.Map;

/** Wraps a text into a map. */
@UdfDescription(name = "tomap", description = "Wraps a text into a map.")
public final class ToMap {
  @Udf
  public Map<String, String> wrap(String text) {
    return Map.of("A", text);
  }
}
