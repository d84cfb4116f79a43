package io.confluent.ksql.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What a client might send: noise, and what clients say with some bytes changed. */
final class FuzzInputs {
  /** No change of a few bytes leads to it. */
  static final String TOPIC_OF_OTHERS = "one/topic/that/no/change/leaves";

  private static final String UPGRADE =
      "GET /mqtt HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
          + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
          + "Sec-WebSocket-Protocol: mqtt\r\n\r\n";

  private final Random random;
  private final List<byte[]> plain = conversations();
  private final List<byte[]> framed = plain.stream().map(FuzzInputs::framed).toList();

  FuzzInputs(long seed) {
    this.random = new Random(seed);
  }

  /** The next one for a TCP listener. */
  byte[] next() {
    return random.nextInt(4) == 0 ? noise() : changed(any(plain));
  }

  /** The next one for a WebSocket listener. */
  byte[] nextFramed() {
    return random.nextInt(4) == 0 ? framed(next()) : changed(any(framed));
  }

  private byte[] any(List<byte[]> conversations) {
    return conversations.get(random.nextInt(conversations.size()));
  }

  private byte[] noise() {
    byte[] bytes = new byte[random.nextInt(200)];
    random.nextBytes(bytes);
    if (bytes.length > 0 && random.nextBoolean()) {
      bytes[0] = 0x10;
    }
    return bytes;
  }

  private byte[] changed(byte[] bytes) {
    byte[] changed = bytes.clone();
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      changed[random.nextInt(changed.length)] = (byte) random.nextInt();
    }
    return Arrays.copyOf(
        changed, random.nextInt(4) == 0 ? random.nextInt(changed.length) : changed.length);
  }

  /** What clients say: each packet after a CONNECT of each version. */
  private static List<byte[]> conversations() {
    List<byte[]> all = new ArrayList<>();
    for (MqttVersion version : MqttVersion.values()) {
      for (MqttMessage packet : packets()) {
        // A will that leads nowhere is refused, and nothing behind it is read.
        boolean will = packet == MqttMessage.PINGREQ;
        all.add(encoded(MqttEncoder.INSTANCE, connect(version, will), packet, MqttMessage.PINGREQ));
      }
    }
    return all;
  }

  private static List<MqttMessage> packets() {
    List<MqttMessage> packets = new ArrayList<>();
    for (MqttQoS qos : List.of(MqttQoS.AT_MOST_ONCE, MqttQoS.AT_LEAST_ONCE, MqttQoS.EXACTLY_ONCE)) {
      packets.add(
          MqttMessageBuilders.publish()
              .topicName("some/other/topic")
              .qos(qos)
              .messageId(7)
              .properties(properties())
              .payload(Unpooled.copiedBuffer("payload", UTF_8))
              .build());
    }
    packets.add(
        MqttMessageBuilders.subscribe()
            .messageId(8)
            .addSubscription(MqttQoS.EXACTLY_ONCE, "some/+/topic/#")
            .addSubscription(MqttQoS.AT_MOST_ONCE, "$share/g/" + TOPIC_OF_OTHERS)
            .build());
    packets.add(MqttMessageBuilders.unsubscribe().messageId(9).addTopicFilter("some/#").build());
    for (MqttMessageType type :
        List.of(
            MqttMessageType.PUBACK,
            MqttMessageType.PUBREC,
            MqttMessageType.PUBREL,
            MqttMessageType.PUBCOMP)) {
      MqttQoS qos = type == MqttMessageType.PUBREL ? MqttQoS.AT_LEAST_ONCE : MqttQoS.AT_MOST_ONCE;
      packets.add(new MqttMessage(header(type, qos), MqttMessageIdVariableHeader.from(10)));
    }
    for (MqttMessageType type : List.of(MqttMessageType.DISCONNECT, MqttMessageType.AUTH)) {
      packets.add(
          new MqttMessage(
              header(type, MqttQoS.AT_MOST_ONCE),
              new MqttReasonCodeAndPropertiesVariableHeader((byte) 0, properties())));
    }
    packets.add(MqttMessage.PINGREQ);
    return packets;
  }

  private static MqttFixedHeader header(MqttMessageType type, MqttQoS qos) {
    return new MqttFixedHeader(type, false, qos, false, 0);
  }

  private static MqttProperties properties() {
    MqttProperties properties = new MqttProperties();
    properties.add(new MqttProperties.UserProperty("name", "value"));
    properties.add(new MqttProperties.IntegerProperty(MqttProperties.SESSION_EXPIRY_INTERVAL, 5));
    return properties;
  }

  private static MqttMessage connect(MqttVersion version, boolean will) {
    return MqttMessageBuilders.connect()
        .protocolVersion(version)
        .clientId("fuzz")
        .cleanSession(true)
        .keepAlive(10)
        .willFlag(will)
        .willTopic("some/will")
        .willMessage(new byte[] {1, 2})
        .hasUser(true)
        .username("user")
        .hasPassword(true)
        .password(new byte[] {3})
        .build();
  }

  /** The same bytes behind the request that opens a WebSocket, in one frame. */
  private static byte[] framed(byte[] bytes) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(UPGRADE.getBytes(UTF_8));
    all.writeBytes(
        encoded(
            new WebSocket13FrameEncoder(true),
            new BinaryWebSocketFrame(Unpooled.wrappedBuffer(bytes))));
    return all.toByteArray();
  }

  private static byte[] encoded(io.netty.channel.ChannelHandler encoder, Object... messages) {
    EmbeddedChannel channel = new EmbeddedChannel(encoder);
    channel.writeOutbound(messages);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (ByteBuf out = channel.readOutbound(); out != null; out = channel.readOutbound()) {
      bytes.writeBytes(ByteBufUtil.getBytes(out));
      out.release();
    }
    channel.finishAndReleaseAll();
    return bytes.toByteArray();
  }
}
