package io.confluent.ksql.function.builtin.string;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.util.Locale;

/** The SQL function {@code INITCAP}. */
@UdfDescription(
    name = "initcap",
    category = FunctionCategory.STRING,
    description =
        "The text in lower case, the first letter of each word in upper case, without blanks"
            + " before the first word.")
@UdfExample(sql = "INITCAP('the qUICK')", result = "'The Quick'")
public final class InitCap {
  @Udf(strict = true)
  public String initCap(String text) {
    StringBuilder result = new StringBuilder(text.stripLeading().toLowerCase(Locale.ROOT));
    boolean startsWord = true;
    for (int i = 0; i < result.length(); i++) {
      if (startsWord) {
        result.setCharAt(i, Character.toUpperCase(result.charAt(i)));
      }
      startsWord = Character.isWhitespace(result.charAt(i));
    }
    return result.toString();
  }
}
