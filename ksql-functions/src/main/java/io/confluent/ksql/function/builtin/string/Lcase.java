package io.confluent.ksql.function.builtin.string;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.util.Locale;

/** The SQL function {@code LCASE}. */
@UdfDescription(
    name = "lcase",
    category = FunctionCategory.STRING,
    description = "The text in lower case.")
@UdfExample(sql = "LCASE('Ab')", result = "'ab'")
public final class Lcase {
  @Udf(strict = true)
  public String lcase(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
