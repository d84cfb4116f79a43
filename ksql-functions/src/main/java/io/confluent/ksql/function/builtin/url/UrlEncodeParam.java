package io.confluent.ksql.function.builtin.url;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The SQL function {@code URL_ENCODE_PARAM}. */
@UdfDescription(
    name = "url_encode_param",
    category = FunctionCategory.URL,
    description = "The text as it stands in a parameter of a URL.")
@UdfExample(sql = "URL_ENCODE_PARAM('a b&c')", result = "'a+b%26c'")
public final class UrlEncodeParam {
  @Udf(strict = true)
  public String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
