package io.confluent.ksql.function.builtin.url;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code URL_EXTRACT_PATH}. */
@UdfDescription(
    name = "url_extract_path",
    category = FunctionCategory.URL,
    description = "The path of a URL; NULL if it has none.")
@UdfExample(
    sql = "URL_EXTRACT_PATH('https://u@ksql.example:8080/a/b?x=1&y#top')",
    result = "'/a/b'")
public final class UrlExtractPath {
  @Udf(strict = true)
  public String extract(String url) {
    return Urls.parse(url).getPath();
  }
}
