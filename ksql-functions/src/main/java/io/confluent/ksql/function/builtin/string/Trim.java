package io.confluent.ksql.function.builtin.string;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code TRIM}. */
@UdfDescription(
    name = "trim",
    category = FunctionCategory.STRING,
    description = "The text without blanks and control characters at both ends.")
@UdfExample(sql = "TRIM('  a b ')", result = "'a b'")
public final class Trim {
  @Udf(strict = true)
  public String trim(String text) {
    return text.trim();
  }
}
