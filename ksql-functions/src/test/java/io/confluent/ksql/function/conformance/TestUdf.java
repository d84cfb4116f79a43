package io.confluent.ksql.function.conformance;

import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfParameter;
import io.confluent.ksql.function.udf.UdfSchemaProvider;
import io.confluent.ksql.schema.ksql.SqlArgument;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import java.util.List;
import org.apache.kafka.connect.data.Struct;

/** Says which of its overloads was called. */
@UdfDescription(name = "test_udf", description = "Says which of its overloads was called.")
public final class TestUdf {
  @Udf
  public String intText(int a, String b) {
    return "doStuffIntString";
  }

  @Udf
  public String longText(long a, String b) {
    return "doStuffLongString";
  }

  @Udf
  public String longLongText(long a, long b, String c) {
    return "doStuffLongLongString";
  }

  @Udf
  public String longs(long... all) {
    return "doStuffLongVarargs";
  }

  @Udf
  public String field(@UdfParameter(schema = "STRUCT<A VARCHAR>") Struct struct) {
    return struct.getString("A");
  }

  @Udf(schemaProvider = "structType")
  public Struct foo() {
    return OneField.of("foo");
  }

  /** The type of a struct of one text. */
  @UdfSchemaProvider
  public SqlType structType(List<SqlArgument> arguments) {
    return SqlTypes.struct().field("A", SqlTypes.STRING).build();
  }
}
