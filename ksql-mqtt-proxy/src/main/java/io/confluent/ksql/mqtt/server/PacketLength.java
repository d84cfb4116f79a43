package io.confluent.ksql.mqtt.server;

import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;

/**
 * How many bytes a PUBLISH of version 5 has, as its client counts them (MQTT 5, 2.1.4 and 2.2.2).
 */
final class PacketLength {
  private static final int TYPE = 1;
  private static final int PROPERTY_ID = 1;
  private static final int BITS_OF_A_LENGTH_BYTE = 7;

  private PacketLength() {}

  static long of(MqttPublishMessage message) {
    long properties = of(message.variableHeader().properties());
    long rest =
        text(message.variableHeader().topicName())
            + properties
            + lengthOf(properties)
            + message.payload().readableBytes();
    if (message.fixedHeader().qosLevel() != MqttQoS.AT_MOST_ONCE) {
      rest += Short.BYTES;
    }
    return TYPE + lengthOf(rest) + rest;
  }

  private static long of(MqttProperties properties) {
    long length = 0;
    for (MqttProperties.MqttProperty<?> property : properties.listAll()) {
      if (property instanceof MqttProperties.UserProperties all) {
        for (MqttProperties.StringPair one : all.value()) {
          length += PROPERTY_ID + text(one.key) + text(one.value);
        }
      } else if (property instanceof MqttProperties.StringProperty one) {
        length += PROPERTY_ID + text(one.value());
      } else if (property instanceof MqttProperties.BinaryProperty one) {
        length += PROPERTY_ID + Short.BYTES + one.value().length;
      } else {
        boolean flag = property.propertyId() == MqttProperties.PAYLOAD_FORMAT_INDICATOR;
        length += PROPERTY_ID + (flag ? 1 : Integer.BYTES);
      }
    }
    return length;
  }

  private static long text(String text) {
    return Short.BYTES + ByteBufUtil.utf8Bytes(text);
  }

  /** How many bytes a length itself takes. */
  private static int lengthOf(long length) {
    int bytes = 1;
    for (long rest = length >> BITS_OF_A_LENGTH_BYTE; rest > 0; rest >>= BITS_OF_A_LENGTH_BYTE) {
      bytes++;
    }
    return bytes;
  }
}
