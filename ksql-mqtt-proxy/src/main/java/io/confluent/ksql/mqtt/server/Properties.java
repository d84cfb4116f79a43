package io.confluent.ksql.mqtt.server;

import io.netty.handler.codec.mqtt.MqttProperties;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the properties that packets of version 5 have. */
final class Properties {
  private Properties() {}

  static Optional<Long> number(MqttProperties properties, int id) {
    return properties.getProperty(id) instanceof MqttProperties.IntegerProperty number
        ? Optional.of(Integer.toUnsignedLong(number.value()))
        : Optional.empty();
  }

  static boolean has(MqttProperties properties, int id) {
    return properties.getProperty(id) != null;
  }

  /** What goes on with a message: its user properties, and what tells readers how to take it. */
  static List<Map.Entry<String, byte[]>> carried(MqttProperties properties) {
    if (properties.isEmpty()) {
      return List.of();
    }
    List<Map.Entry<String, byte[]>> carried = new ArrayList<>();
    for (MqttProperties.MqttProperty<?> property : properties.listAll()) {
      if (property instanceof MqttProperties.UserProperties all) {
        all.value().forEach(one -> carried.add(Map.entry(one.key, bytes(one.value))));
      } else if (property instanceof MqttProperties.StringProperty text) {
        name(text.propertyId())
            .ifPresent(name -> carried.add(Map.entry(name, bytes(text.value()))));
      } else if (property instanceof MqttProperties.BinaryProperty data) {
        name(data.propertyId()).ifPresent(name -> carried.add(Map.entry(name, data.value())));
      }
    }
    return carried;
  }

  private static Optional<String> name(int id) {
    if (id == MqttProperties.CONTENT_TYPE) {
      return Optional.of("mqtt.content.type");
    }
    if (id == MqttProperties.RESPONSE_TOPIC) {
      return Optional.of("mqtt.response.topic");
    }
    return id == MqttProperties.CORRELATION_DATA
        ? Optional.of("mqtt.correlation.data")
        : Optional.empty();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
