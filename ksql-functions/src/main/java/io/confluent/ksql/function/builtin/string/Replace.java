package io.confluent.ksql.function.builtin.string;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code REPLACE}. */
@UdfDescription(
    name = "replace",
    category = FunctionCategory.STRING,
    description = "The text with every occurrence of one text replaced by another.")
@UdfExample(sql = "REPLACE('a.b.c', '.', '-')", result = "'a-b-c'")
public final class Replace {
  @Udf(strict = true)
  public String replace(String text, String old, String replacement) {
    return text.replace(old, replacement);
  }
}
