package io.confluent.ksql.function.builtin.string;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.util.Arrays;

/** The SQL function {@code FIELD}. */
@UdfDescription(
    name = "field",
    category = FunctionCategory.STRING,
    description =
        "The position, from 1, of the first text among the others; 0 if it is NULL or not there.")
@UdfExample(sql = "FIELD('b', 'a', 'b')", result = "2")
@UdfExample(sql = "FIELD('c', 'a', 'b')", result = "0")
public final class Field {
  @Udf
  public int field(String text, String... others) {
    return text == null ? 0 : Arrays.asList(others).indexOf(text) + 1;
  }
}
