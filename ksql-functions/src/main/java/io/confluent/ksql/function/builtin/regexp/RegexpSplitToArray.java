package io.confluent.ksql.function.builtin.regexp;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The SQL function {@code REGEXP_SPLIT_TO_ARRAY}. */
@UdfDescription(
    name = "regexp_split_to_array",
    category = FunctionCategory.REGULAR_EXPRESSION,
    description =
        "The parts of a text between the matches of a regular expression, empty ones too.")
@UdfExample(sql = "REGEXP_SPLIT_TO_ARRAY('aabcda', '(ab|cd)')", result = "ARRAY['a', '', 'a']")
public final class RegexpSplitToArray {
  private final Patterns patterns = new Patterns();

  @Udf(strict = true)
  public List<String> split(String text, String regexp) {
    Pattern pattern = patterns.of(regexp);
    if (regexp.isEmpty() || pattern.matcher("").matches()) {
      return Arrays.asList(pattern.split(text));
    }
    List<String> parts = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    int start = 0;
    while (matcher.find()) {
      parts.add(text.substring(start, matcher.start()));
      start = matcher.end();
    }
    parts.add(text.substring(start));
    return parts;
  }
}
