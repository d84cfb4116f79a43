package io.confluent.ksql.function.conformance;

import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;

/** Connect structs of one text field A. */
final class OneField {
  private static final Schema SCHEMA =
      SchemaBuilder.struct().field("A", Schema.OPTIONAL_STRING_SCHEMA).optional().build();

  private OneField() {}

  static Struct of(String a) {
    return new Struct(SCHEMA).put("A", a);
  }
}
