package io.confluent.ksql.mqtt.server;

import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttProperties;

/** The answer to a client that is accepted: what it may do here. */
final class Welcome {
  private Welcome() {}

  static MqttMessage connAck(
      boolean present, Handshake handshake, Limits limits, int topicAliases) {
    MqttProperties properties = MqttProperties.NO_PROPERTIES;
    if (handshake.five()) {
      properties = new MqttProperties();
      add(properties, MqttProperties.RECEIVE_MAXIMUM, limits.receiveMaximum());
      add(properties, MqttProperties.MAXIMUM_PACKET_SIZE, limits.packetBytes());
      add(properties, MqttProperties.TOPIC_ALIAS_MAXIMUM, topicAliases);
      add(properties, MqttProperties.RETAIN_AVAILABLE, 0);
      add(properties, MqttProperties.SHARED_SUBSCRIPTION_AVAILABLE, 0);
      add(properties, MqttProperties.SUBSCRIPTION_IDENTIFIER_AVAILABLE, 0);
      add(properties, MqttProperties.SESSION_EXPIRY_INTERVAL, (int) handshake.expiry().toSeconds());
      if (!limits.keepAlive().isZero()) {
        add(properties, MqttProperties.SERVER_KEEP_ALIVE, (int) handshake.keepAlive().toSeconds());
      }
      if (handshake.idAssigned()) {
        properties.add(
            new MqttProperties.StringProperty(
                MqttProperties.ASSIGNED_CLIENT_IDENTIFIER, handshake.clientId()));
      }
    }
    return Packets.connAck(MqttConnectReturnCode.CONNECTION_ACCEPTED, present, properties);
  }

  private static void add(MqttProperties properties, int id, int value) {
    properties.add(new MqttProperties.IntegerProperty(id, value));
  }
}
