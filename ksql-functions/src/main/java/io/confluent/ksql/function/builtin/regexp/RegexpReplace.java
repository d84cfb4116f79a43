package io.confluent.ksql.function.builtin.regexp;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code REGEXP_REPLACE}. */
@UdfDescription(
    name = "regexp_replace",
    category = FunctionCategory.REGULAR_EXPRESSION,
    description =
        "The text with every match of a regular expression replaced; $1 in the replacement is"
            + " the first group.")
@UdfExample(sql = "REGEXP_REPLACE('a1b22', '[0-9]+', '#')", result = "'a#b#'")
@UdfExample(sql = "REGEXP_REPLACE('ab', '(a)(b)', '$2$1')", result = "'ba'")
public final class RegexpReplace {
  private final Patterns patterns = new Patterns();

  @Udf(strict = true)
  public String replace(String text, String regexp, String replacement) {
    return patterns.of(regexp).matcher(text).replaceAll(replacement);
  }
}
