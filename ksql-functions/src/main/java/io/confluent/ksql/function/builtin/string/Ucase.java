package io.confluent.ksql.function.builtin.string;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.util.Locale;

/** The SQL function {@code UCASE}. */
@UdfDescription(
    name = "ucase",
    category = FunctionCategory.STRING,
    description = "The text in upper case.")
@UdfExample(sql = "UCASE('Ab')", result = "'AB'")
public final class Ucase {
  @Udf(strict = true)
  public String ucase(String text) {
    return text.toUpperCase(Locale.ROOT);
  }
}
