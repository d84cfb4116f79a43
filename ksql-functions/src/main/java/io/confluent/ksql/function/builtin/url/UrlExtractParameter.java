package io.confluent.ksql.function.builtin.url;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code URL_EXTRACT_PARAMETER}. */
@UdfDescription(
    name = "url_extract_parameter",
    category = FunctionCategory.URL,
    description =
        "The value of the first parameter of that name in the query of a URL; an empty text"
            + " if it has no value, NULL if there is none.")
@UdfExample(
    sql = "URL_EXTRACT_PARAMETER('https://u@ksql.example:8080/a/b?x=1&y#top', 'x')",
    result = "'1'")
@UdfExample(
    sql = "URL_EXTRACT_PARAMETER('https://u@ksql.example:8080/a/b?x=1&y#top', 'y')",
    result = "''")
public final class UrlExtractParameter {
  @Udf(strict = true)
  public String extract(String url, String name) {
    String query = Urls.parse(url).getQuery();
    if (query == null) {
      return null;
    }
    for (String parameter : query.split("&", -1)) {
      int end = parameter.indexOf('=');
      if (end < 0 && parameter.equals(name)) {
        return "";
      }
      if (end >= 0 && parameter.substring(0, end).equals(name)) {
        return parameter.substring(end + 1);
      }
    }
    return null;
  }
}
