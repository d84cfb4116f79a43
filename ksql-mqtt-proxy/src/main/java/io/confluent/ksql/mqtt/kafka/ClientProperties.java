package io.confluent.ksql.mqtt.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
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
    return select(AdminClientConfig.configNames(), "admin.");
  }

  /** Properties of a producer. */
  public Map<String, Object> producer() {
    return select(ProducerConfig.configNames(), "producer.");
  }

  /** Properties of a consumer. */
  public Map<String, Object> consumer() {
    return select(ConsumerConfig.configNames(), "consumer.");
  }

  private Map<String, Object> select(Set<String> names, String prefix) {
    Map<String, Object> selected = new HashMap<>();
    given.forEach(
        (name, value) -> {
          if (names.contains(name)) {
            selected.putIfAbsent(name, value);
          }
          if (name.startsWith(prefix)) {
            selected.put(name.substring(prefix.length()), value);
          }
        });
    return selected;
  }
}
