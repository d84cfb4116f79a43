package io.confluent.ksql.function.conformance;

import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import org.apache.kafka.connect.data.Struct;

/** Wraps a text into a struct. */
@UdfDescription(name = "tostruct", description = "Wraps a text into a struct.")
public final class ToStruct {
  @Udf(schema = "STRUCT<A VARCHAR>")
  public Struct wrap(String text) {
    return OneField.of(text);
  }
}
