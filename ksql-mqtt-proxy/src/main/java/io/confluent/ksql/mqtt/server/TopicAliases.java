package io.confluent.ksql.mqtt.server;

import io.netty.handler.codec.mqtt.MqttProperties;
import java.util.Optional;

/** Numbers that a client of version 5 uses for topics; for its event loop. */
final class TopicAliases {
  /** How many a client may have. */
  static final int MAX = 16;

  private final String[] topics = new String[MAX + 1];

  /** The topic of a message; none if it names none, or a number that stands for none. */
  Optional<String> resolve(String topic, MqttProperties properties) {
    Optional<Long> alias = Properties.number(properties, MqttProperties.TOPIC_ALIAS);
    if (alias.isEmpty()) {
      return Optional.of(topic);
    }
    long number = alias.get();
    if (number < 1 || number > MAX) {
      return Optional.empty();
    }
    if (!topic.isEmpty()) {
      topics[(int) number] = topic;
    }
    return Optional.ofNullable(topics[(int) number]);
  }
}
