package io.confluent.ksql.engine.query;

import io.confluent.ksql.setting.Settings;
import java.util.Map;

/** What queries are configured with, for those who must run something else in the same way. */
public final class QueryProperties {
  private QueryProperties() {}

  /** The configuration of Kafka Streams that a query with these settings gets. */
  public static Map<String, Object> of(Settings settings, String applicationId) {
    return StreamsProperties.of(settings, applicationId);
  }
}
