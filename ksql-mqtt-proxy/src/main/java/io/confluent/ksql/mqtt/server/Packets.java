package io.confluent.ksql.mqtt.server;

import io.confluent.ksql.mqtt.record.Verdict;
import io.confluent.ksql.mqtt.session.Outbound;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnAckVariableHeader;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttSubAckPayload;
import io.netty.handler.codec.mqtt.MqttUnsubAckMessage;
import io.netty.handler.codec.mqtt.MqttUnsubAckPayload;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Packets to a client, in the version of the protocol that it speaks. */
final class Packets {
  private final boolean five;
  private final boolean explains;

  /** Packets to a client that has asked for this. */
  Packets(Handshake handshake) {
    this.five = handshake.five();
    this.explains = handshake.explains();
  }

  boolean five() {
    return five;
  }

  static MqttMessage connAck(MqttConnectReturnCode code, boolean present, MqttProperties more) {
    return new MqttConnAckMessage(
        header(MqttMessageType.CONNACK, MqttQoS.AT_MOST_ONCE),
        new MqttConnAckVariableHeader(code, present, more));
  }

  /** PUBACK, PUBREC, PUBREL or PUBCOMP. */
  MqttMessage reply(MqttMessageType type, int packetId, int reason, Optional<String> words) {
    MqttQoS qos = type == MqttMessageType.PUBREL ? MqttQoS.AT_LEAST_ONCE : MqttQoS.AT_MOST_ONCE;
    if (!five || reason == 0) {
      return new MqttMessage(header(type, qos), MqttMessageIdVariableHeader.from(packetId));
    }
    return new MqttMessage(
        header(type, qos),
        new MqttPubReplyMessageVariableHeader(
            packetId, (byte) reason, words(explains ? words : Optional.empty())));
  }

  /** Appends a PUBACK or PUBREC that means success, which is the same in all versions. */
  static void append(ByteBuf buffer, MqttMessageType type, int packetId) {
    buffer.writeByte(type.value() << 4).writeByte(Short.BYTES).writeShort(packetId);
  }

  MqttMessage subAck(int packetId, List<Integer> codes) {
    return new MqttSubAckMessage(
        header(MqttMessageType.SUBACK, MqttQoS.AT_MOST_ONCE),
        new MqttMessageIdAndPropertiesVariableHeader(packetId, MqttProperties.NO_PROPERTIES),
        new MqttSubAckPayload(codes));
  }

  MqttMessage unsubAck(int packetId, List<Short> codes) {
    MqttFixedHeader header = header(MqttMessageType.UNSUBACK, MqttQoS.AT_MOST_ONCE);
    if (!five) {
      return new MqttMessage(header, MqttMessageIdVariableHeader.from(packetId));
    }
    return new MqttUnsubAckMessage(
        header,
        new MqttMessageIdAndPropertiesVariableHeader(packetId, MqttProperties.NO_PROPERTIES),
        new MqttUnsubAckPayload(codes));
  }

  static MqttMessage disconnect(int reason, Optional<String> words) {
    return new MqttMessage(
        header(MqttMessageType.DISCONNECT, MqttQoS.AT_MOST_ONCE),
        new MqttReasonCodeAndPropertiesVariableHeader((byte) reason, words(words)));
  }

  static MqttMessage pingResp() {
    return new MqttMessage(header(MqttMessageType.PINGRESP, MqttQoS.AT_MOST_ONCE));
  }

  MqttPublishMessage publish(Outbound message, Instant now) {
    MqttProperties properties =
        five ? Properties.of(message.delivery(), now) : MqttProperties.NO_PROPERTIES;
    return new MqttPublishMessage(
        new MqttFixedHeader(
            MqttMessageType.PUBLISH,
            message.stage() == Outbound.Stage.AGAIN,
            MqttQoS.valueOf(message.qos()),
            false,
            0),
        new MqttPublishVariableHeader(message.delivery().topic(), message.packetId(), properties),
        Unpooled.wrappedBuffer(message.delivery().payload()));
  }

  private static MqttFixedHeader header(MqttMessageType type, MqttQoS qos) {
    return new MqttFixedHeader(type, false, qos, false, 0);
  }

  private static MqttProperties words(Optional<String> words) {
    if (words.isEmpty()) {
      return MqttProperties.NO_PROPERTIES;
    }
    MqttProperties properties = new MqttProperties();
    properties.add(new MqttProperties.StringProperty(MqttProperties.REASON_STRING, words.get()));
    return properties;
  }

  /** The protocol's code for a verdict. */
  static int code(Verdict verdict) {
    return switch (verdict) {
      case STORED -> 0;
      case NOT_ROUTED -> Reasons.TOPIC_NAME_INVALID;
      case NOT_ALLOWED -> Reasons.NOT_AUTHORIZED;
      case NOT_JSON -> Reasons.PAYLOAD_FORMAT_INVALID;
      case TOO_LARGE -> Reasons.QUOTA_EXCEEDED;
      case UNAVAILABLE -> Reasons.IMPLEMENTATION_SPECIFIC;
    };
  }

  /** What a person reads who looks for the reason. */
  static Optional<String> words(Verdict verdict) {
    return switch (verdict) {
      case STORED -> Optional.empty();
      case NOT_ROUTED -> Optional.of("The topic leads to no Kafka topic.");
      case NOT_ALLOWED -> Optional.of("No rule allows this client to publish to this topic.");
      case NOT_JSON -> Optional.of("The payload must be one JSON value.");
      case TOO_LARGE -> Optional.of("The payload is longer than Kafka takes.");
      case UNAVAILABLE -> Optional.of("Kafka has not stored the message.");
    };
  }
}
