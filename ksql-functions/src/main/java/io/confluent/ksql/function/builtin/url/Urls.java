package io.confluent.ksql.function.builtin.url;

import io.confluent.ksql.function.KsqlFunctionException;
import java.net.URI;
import java.net.URISyntaxException;

/** Web addresses taken apart. */
final class Urls {
  private Urls() {}

  static URI parse(String url) {
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      throw new KsqlFunctionException("'" + url + "' is no URL: " + e.getReason(), e);
    }
  }
}
