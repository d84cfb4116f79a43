package io.confluent.ksql.mqtt.record;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A message that a client published.
 *
 * @param topic the MQTT topic
 * @param payload its bytes, which nobody changes
 * @param qos 0, 1 or 2
 * @param client the id of the client
 * @param user who the client is, if it had to say so
 * @param properties what it carries besides, in order: its user properties, and what else MQTT 5
 *     has a name for
 */
public record Publication(
    String topic,
    byte[] payload,
    int qos,
    String client,
    Optional<String> user,
    List<Map.Entry<String, byte[]>> properties) {
  public Publication {
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(payload, "payload");
    Objects.requireNonNull(client, "client");
    Objects.requireNonNull(user, "user");
    properties = List.copyOf(properties);
  }

  /** The same of a client that has proved to be this user. */
  public Publication by(Optional<String> provenUser) {
    return new Publication(topic, payload, qos, client, provenUser, properties);
  }
}
