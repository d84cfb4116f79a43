package io.confluent.ksql.function.builtin.url;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code URL_EXTRACT_PROTOCOL}. */
@UdfDescription(
    name = "url_extract_protocol",
    category = FunctionCategory.URL,
    description = "The protocol of a URL; NULL if it has none.")
@UdfExample(
    sql = "URL_EXTRACT_PROTOCOL('https://u@ksql.example:8080/a/b?x=1&y#top')",
    result = "'https'")
public final class UrlExtractProtocol {
  @Udf(strict = true)
  public String extract(String url) {
    return Urls.parse(url).getScheme();
  }
}
