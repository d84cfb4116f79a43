package io.confluent.ksql.function.conformance;

import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfParameter;
import org.apache.kafka.connect.data.Struct;

/** Takes the text out of a struct. */
@UdfDescription(name = "tostring", description = "Takes the text out of a struct.")
public final class ToText {
  @Udf
  public String unwrap(@UdfParameter(schema = "STRUCT<A VARCHAR>") Struct struct) {
    return struct.getString("A");
  }
}
