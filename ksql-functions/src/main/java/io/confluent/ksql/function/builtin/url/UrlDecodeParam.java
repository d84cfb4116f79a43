package io.confluent.ksql.function.builtin.url;

import io.confluent.ksql.function.FunctionCategory;
import io.confluent.ksql.function.udf.Udf;
import io.confluent.ksql.function.udf.UdfDescription;
import io.confluent.ksql.function.udf.UdfExample;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** The SQL function {@code URL_DECODE_PARAM}. */
@UdfDescription(
    name = "url_decode_param",
    category = FunctionCategory.URL,
    description = "The text that a parameter of a URL stands for.")
@UdfExample(sql = "URL_DECODE_PARAM('a+b%26c')", result = "'a b&c'")
public final class UrlDecodeParam {
  @Udf(strict = true)
  public String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
