package io.confluent.ksql.mqtt.kafka;

import io.confluent.ksql.setting.ClientSettings;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** What of the proxy's settings each kind of Kafka's clients gets. */
public final class ClientProperties {
  private final Map<String, String> given;

  /** Clients of a proxy with these settings. */
  public ClientProperties(Map<String, String> given) {
    this.given = Map.copyOf(given);
  }

  /** Properties of an admin client. */
  public Map<String, Object> admin() {
    return ClientSettings.select(given, AdminClientConfig.configNames(), "admin.");
  }

  /** Properties of a producer. */
  public Map<String, Object> producer() {
    return ClientSettings.select(given, ProducerConfig.configNames(), "producer.");
  }

  /** Properties of a consumer. */
  public Map<String, Object> consumer() {
    return ClientSettings.select(given, ConsumerConfig.configNames(), "consumer.");
  }
}
