package io.confluent.ksql.engine.topics;

import io.confluent.ksql.setting.ClientSettings;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** What of a server's settings each kind of Kafka's clients gets. */
public final class KafkaClients {
  private final Map<String, String> given;

  /**
   * Clients of a server.
   *
   * @param given its settings by name, those of Kafka without {@code ksql.streams.}
   */
  public KafkaClients(Map<String, String> given) {
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

  /** Properties that producers and consumers have in common: how to reach the cluster. */
  public Map<String, Object> both() {
    Map<String, Object> both = consumer();
    both.keySet().retainAll(ProducerConfig.configNames());
    return both;
  }
}
