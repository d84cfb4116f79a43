package io.confluent.ksql.function.builtin.regexp;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.util.regex.Matcher;

/** The SQL function {@code REGEXP_EXTRACT}. */
@UdfDescription(
    name = "regexp_extract",
    category = FunctionCategory.REGULAR_EXPRESSION,
    description =
        "The first match of a regular expression, or a group of it; NULL if there is none.")
@UdfExample(sql = "REGEXP_EXTRACT('(.*) (.*)', 'hello there', 2)", result = "'there'")
@UdfExample(sql = "REGEXP_EXTRACT('z', 'abc')", result = "NULL")
public final class RegexpExtract {
  private final Patterns patterns = new Patterns();

  @Udf(strict = true)
  public String extract(String regexp, String text) {
    return extract(regexp, text, 0);
  }

  @Udf(strict = true)
  public String extract(String regexp, String text, int group) {
    Matcher matcher = patterns.of(regexp).matcher(text);
    return group <= matcher.groupCount() && matcher.find() ? matcher.group(group) : null;
  }
}
