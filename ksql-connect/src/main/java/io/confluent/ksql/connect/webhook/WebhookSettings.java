package io.confluent.ksql.connect.webhook;

import io.confluent.ksql.connect.record.DeadLetters;
import io.confluent.ksql.connect.record.HttpPost;
import io.confluent.ksql.connect.record.RetrySettings;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;

/** Settings of the webhook sink. */
final class WebhookSettings extends AbstractConfig {
  static final String REFUSED = "behavior.on.error";
  private static final String URL = "webhook.url";
  private static final String HEADERS = "webhook.headers";
  private static final String AUTHORIZATION = "webhook.authorization";

  WebhookSettings(Map<String, String> given) {
    super(definition(), given, false);
    url();
    headers();
  }

  static ConfigDef definition() {
    ConfigDef settings =
        new ConfigDef()
            .define(URL, Type.STRING, Importance.HIGH, "Where records are posted.")
            .define(
                HEADERS,
                Type.LIST,
                "",
                Importance.MEDIUM,
                "Further headers, as name:value,name:value.")
            .define(
                AUTHORIZATION,
                Type.PASSWORD,
                "",
                Importance.MEDIUM,
                "The header Authorization, for example Bearer and a token.")
            .define(
                "batch.size",
                Type.INT,
                1,
                Range.atLeast(1),
                Importance.MEDIUM,
                "1: a request a record. More: requests with an array of up to so many.");
    return DeadLetters.define(RetrySettings.define(HttpPost.define(settings)), REFUSED);
  }

  URI url() {
    return HttpPost.url(URL, getString(URL));
  }

  Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String header : getList(HEADERS)) {
      int colon = header.indexOf(':');
      if (colon < 1) {
        throw new ConfigException(HEADERS, header, "A header is name:value.");
      }
      headers.put(header.substring(0, colon).strip(), header.substring(colon + 1).strip());
    }
    String authorization = getPassword(AUTHORIZATION).value();
    if (!authorization.isEmpty()) {
      headers.put("Authorization", authorization);
    }
    return headers;
  }
}
