package io.confluent.ksql.function.builtin.url;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;

/** The SQL function {@code URL_EXTRACT_PORT}. */
@UdfDescription(
    name = "url_extract_port",
    category = FunctionCategory.URL,
    description = "The port of a URL; NULL if it names none.")
@UdfExample(sql = "URL_EXTRACT_PORT('https://u@ksql.example:8080/a/b?x=1&y#top')", result = "8080")
public final class UrlExtractPort {
  @Udf(strict = true)
  public Integer extract(String url) {
    int port = Urls.parse(url).getPort();
    return port < 0 ? null : port;
  }
}
