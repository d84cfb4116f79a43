package io.confluent.ksql.function.builtin.url;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code URL_EXTRACT_QUERY}. */
@UdfDescription(
    name = "url_extract_query",
    category = FunctionCategory.URL,
    description = "The query, after the ? of a URL; NULL if it has none.")
@UdfExample(
    sql = "URL_EXTRACT_QUERY('https://u@ksql.example:8080/a/b?x=1&y#top')",
    result = "'x=1&y'")
public final class UrlExtractQuery {
  @Udf(strict = true)
  public String extract(String url) {
    return Urls.parse(url).getQuery();
  }
}
