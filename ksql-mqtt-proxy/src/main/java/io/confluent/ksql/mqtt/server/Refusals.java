package io.confluent.ksql.mqtt.server;

import io.netty.handler.codec.mqtt.MqttConnectReturnCode;

/** How each version of the protocol says that a client is not accepted. */
final class Refusals {
  private Refusals() {}

  static MqttConnectReturnCode badPassword(boolean five) {
    return five
        ? MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USERNAME_OR_PASSWORD
        : MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD;
  }

  static MqttConnectReturnCode unavailable(boolean five) {
    return five
        ? MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_BUSY
        : MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE;
  }

  static MqttConnectReturnCode notAllowed(boolean five) {
    return five
        ? MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED_5
        : MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED;
  }

  static MqttConnectReturnCode noSession(boolean five) {
    return five
        ? MqttConnectReturnCode.CONNECTION_REFUSED_CLIENT_IDENTIFIER_NOT_VALID
        : MqttConnectReturnCode.CONNECTION_REFUSED_IDENTIFIER_REJECTED;
  }

  static MqttConnectReturnCode badTopic(boolean five) {
    return five
        ? MqttConnectReturnCode.CONNECTION_REFUSED_TOPIC_NAME_INVALID
        : MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED;
  }
}
