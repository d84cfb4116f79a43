package io.confluent.ksql.function.builtin.regexp;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** The SQL function {@code REGEXP_EXTRACT_ALL}. */
@UdfDescription(
    name = "regexp_extract_all",
    category = FunctionCategory.REGULAR_EXPRESSION,
    description =
        "All matches of a regular expression, or a group of each; NULL if there is no such group.")
@UdfExample(sql = "REGEXP_EXTRACT_ALL('[0-9]', 'a1b2')", result = "ARRAY['1', '2']")
public final class RegexpExtractAll {
  private final Patterns patterns = new Patterns();

  @Udf(strict = true)
  public List<String> extract(String regexp, String text) {
    return extract(regexp, text, 0);
  }

  @Udf(strict = true)
  public List<String> extract(String regexp, String text, int group) {
    Matcher matcher = patterns.of(regexp).matcher(text);
    if (group > matcher.groupCount()) {
      return null;
    }
    List<String> matches = new ArrayList<>();
    while (matcher.find()) {
      matches.add(matcher.group(group));
    }
    return matches;
  }
}
