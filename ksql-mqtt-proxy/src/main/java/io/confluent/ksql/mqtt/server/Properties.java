package io.confluent.ksql.mqtt.server;

import io.confluent.ksql.mqtt.record.CarriedHeaders;
import io.confluent.ksql.mqtt.record.Delivery;
import io.confluent.ksql.mqtt.record.ProtocolText;
import io.confluent.ksql.mqtt.record.TopicFilter;
import io.netty.handler.codec.mqtt.MqttProperties;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the properties that packets of version 5 have, and writes those of a message. */
final class Properties {
  /** The longest time that four bytes count, in seconds. */
  private static final long MAX_SECONDS = 0xFFFF_FFFFL;

  /** The headers of properties that go on with a message, by their ids. */
  private static final Map<Integer, String> HEADERS =
      Map.of(
          MqttProperties.CONTENT_TYPE, CarriedHeaders.CONTENT_TYPE,
          MqttProperties.RESPONSE_TOPIC, CarriedHeaders.RESPONSE_TOPIC,
          MqttProperties.CORRELATION_DATA, CarriedHeaders.CORRELATION_DATA,
          MqttProperties.PAYLOAD_FORMAT_INDICATOR, CarriedHeaders.PAYLOAD_FORMAT,
          MqttProperties.PUBLICATION_EXPIRY_INTERVAL, CarriedHeaders.EXPIRY);

  private Properties() {}

  static Optional<Long> number(MqttProperties properties, int id) {
    return properties.getProperty(id) instanceof MqttProperties.IntegerProperty number
        ? Optional.of(Integer.toUnsignedLong(number.value()))
        : Optional.empty();
  }

  static boolean has(MqttProperties properties, int id) {
    return properties.getProperty(id) != null;
  }

  /** The headers of a message: its user properties, and what tells readers how to take it. */
  static List<Map.Entry<String, byte[]>> headers(MqttProperties properties) {
    if (properties.isEmpty()) {
      return List.of();
    }
    List<Map.Entry<String, byte[]>> headers = new ArrayList<>();
    for (MqttProperties.MqttProperty<?> property : properties.listAll()) {
      if (property instanceof MqttProperties.UserProperties all) {
        all.value().forEach(one -> headers.add(Map.entry(one.key, bytes(one.value))));
      } else {
        header(property).ifPresent(headers::add);
      }
    }
    return headers;
  }

  private static Optional<Map.Entry<String, byte[]>> header(
      MqttProperties.MqttProperty<?> property) {
    Optional<String> name = Optional.ofNullable(HEADERS.get(property.propertyId()));
    if (property instanceof MqttProperties.StringProperty text) {
      return name.map(known -> Map.entry(known, bytes(text.value())));
    }
    if (property instanceof MqttProperties.BinaryProperty data) {
      return name.map(known -> Map.entry(known, data.value()));
    }
    if (property instanceof MqttProperties.IntegerProperty number) {
      return name.map(known -> Map.entry(known, bytes(Integer.toUnsignedString(number.value()))));
    }
    return Optional.empty();
  }

  /**
   * The properties of a message to a client: the way back. A header that no property can hold is
   * left out, since anybody may have written it.
   */
  static MqttProperties of(Delivery delivery, Instant now) {
    if (delivery.headers().isEmpty()) {
      return MqttProperties.NO_PROPERTIES;
    }
    MqttProperties properties = new MqttProperties();
    MqttProperties.UserProperties users = new MqttProperties.UserProperties();
    for (var header : delivery.headers()) {
      add(properties, users, header.getKey(), header.getValue());
    }
    if (!users.value().isEmpty()) {
      properties.add(users);
    }
    if (!delivery.expiry().equals(Instant.MAX)) {
      long left = Math.max(0, Duration.between(now, delivery.expiry()).toSeconds());
      properties.add(
          new MqttProperties.IntegerProperty(
              MqttProperties.PUBLICATION_EXPIRY_INTERVAL, (int) Math.min(left, MAX_SECONDS)));
    }
    return properties;
  }

  private static void add(
      MqttProperties properties, MqttProperties.UserProperties users, String name, byte[] value) {
    Optional<String> text = ProtocolText.of(value);
    switch (name) {
      case CarriedHeaders.CONTENT_TYPE ->
          text.ifPresent(type -> add(properties, MqttProperties.CONTENT_TYPE, type));
      case CarriedHeaders.RESPONSE_TOPIC ->
          text.filter(TopicFilter::isTopic)
              .ifPresent(topic -> add(properties, MqttProperties.RESPONSE_TOPIC, topic));
      case CarriedHeaders.CORRELATION_DATA -> {
        if (value.length <= ProtocolText.MAX_BYTES) {
          properties.add(new MqttProperties.BinaryProperty(MqttProperties.CORRELATION_DATA, value));
        }
      }
      case CarriedHeaders.PAYLOAD_FORMAT ->
          text.filter("1"::equals)
              .ifPresent(
                  yes ->
                      properties.add(
                          new MqttProperties.IntegerProperty(
                              MqttProperties.PAYLOAD_FORMAT_INDICATOR, 1)));
      case CarriedHeaders.EXPIRY -> {
        // What is left of it is said instead.
      }
      default -> {
        if (ProtocolText.isOne(name)) {
          text.ifPresent(known -> users.add(name, known));
        }
      }
    }
  }

  private static void add(MqttProperties properties, int id, String text) {
    properties.add(new MqttProperties.StringProperty(id, text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
