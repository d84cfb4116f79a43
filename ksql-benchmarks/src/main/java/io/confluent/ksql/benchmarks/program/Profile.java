package io.confluent.ksql.benchmarks.program;

import io.confluent.ksql.engine.query.StreamsProperties;
import io.confluent.ksql.setting.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Settings of a server's queries, and of programs that must run with the same.
 *
 * @param name {@code ksql.profile}; empty for what a server does unasked
 * @param guarantee {@code processing.guarantee}
 */
public record Profile(String name, String guarantee) {
  /** A profile, each row at least once. */
  public static Profile of(String name) {
    return new Profile(name, StreamsConfig.AT_LEAST_ONCE);
  }

  /** The same, each row exactly once. */
  public Profile exactlyOnce() {
    return new Profile(name, StreamsConfig.EXACTLY_ONCE_V2);
  }

  /** Settings of a server. */
  public Map<String, String> server() {
    Map<String, String> settings = new HashMap<>();
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, guarantee);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    if (!name.isEmpty()) {
      settings.put("ksql.profile", name);
    }
    return settings;
  }

  /** How far apart the commits of a query are. */
  public Duration commitInterval() {
    Object millis = streams("").get(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG);
    return Duration.ofMillis(Long.parseLong(millis.toString()));
  }

  /** What the server's queries have, for Kafka Streams. */
  Properties streams(String applicationId) {
    Properties properties = new Properties();
    properties.putAll(StreamsProperties.of(Settings.of(server()), applicationId));
    return properties;
  }

  /** The same for a producer. */
  Map<String, Object> producer() {
    return withoutPrefix(StreamsConfig.PRODUCER_PREFIX);
  }

  /** The same for a consumer. */
  Map<String, Object> consumer() {
    return withoutPrefix(StreamsConfig.MAIN_CONSUMER_PREFIX);
  }

  private Map<String, Object> withoutPrefix(String client) {
    Map<String, Object> properties = new HashMap<>();
    streams("")
        .forEach(
            (name, value) -> {
              String text = (String) name;
              if (text.startsWith(client)) {
                properties.put(text.substring(client.length()), value);
              }
            });
    return properties;
  }
}
