package io.confluent.ksql.function.builtin.map;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The SQL function {@code SPLIT_TO_MAP}. */
@UdfDescription(
    name = "split_to_map",
    category = FunctionCategory.MAP,
    description =
        "A map from a text of entries, each a key and a value: delimiters stand between"
            + " entries and between a key and its value. Of equal keys the last holds.")
@UdfExample(sql = "SPLIT_TO_MAP('a:1,b:2', ',', ':')['b']", result = "'2'")
public final class SplitToMap {
  @Udf(strict = true)
  public Map<String, String> splitToMap(String text, String entryDelimiter, String delimiter) {
    if (entryDelimiter.isEmpty() || delimiter.isEmpty() || entryDelimiter.equals(delimiter)) {
      return null;
    }
    Map<String, String> map = new LinkedHashMap<>();
    for (String entry : text.split(Pattern.quote(entryDelimiter), -1)) {
      int end = entry.indexOf(delimiter);
      if (end >= 0) {
        String rest = entry.substring(end + delimiter.length());
        int next = rest.indexOf(delimiter);
        map.put(entry.substring(0, end), next < 0 ? rest : rest.substring(0, next));
      }
    }
    return map;
  }
}
