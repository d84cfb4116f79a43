package io.confluent.ksql.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttReasonCodeAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.function.UnaryOperator;

/** A client that sends and receives single packets, as no library would let it. */
final class RawClient implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 10_000;

  private final Socket socket;
  private final EmbeddedChannel codec =
      new EmbeddedChannel(MqttEncoder.INSTANCE, new MqttDecoder(10_000_000));

  RawClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MILLIS);
  }

  void bytes(int... bytes) throws IOException {
    byte[] all = new byte[bytes.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) bytes[i];
    }
    socket.getOutputStream().write(all);
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /** The beginning of a PUBLISH at QoS 0: it says how long it is, and then not all of it comes. */
  void beginPublish(String topic, int payload, int sent) throws IOException {
    byte[] name = topic.getBytes(UTF_8);
    int rest = Short.BYTES + name.length + payload;
    ByteBuf packet = Unpooled.buffer();
    packet.writeByte(0x30);
    packet.writeByte(rest & 0x7F | 0x80).writeByte(rest >> 7 & 0x7F | 0x80).writeByte(rest >> 14);
    packet.writeShort(name.length).writeBytes(name).writeZero(sent);
    send(ByteBufUtil.getBytes(packet));
  }

  void send(MqttMessage message) throws IOException {
    codec.writeOutbound(message);
    for (ByteBuf out = codec.readOutbound(); out != null; out = codec.readOutbound()) {
      socket.getOutputStream().write(ByteBufUtil.getBytes(out));
      out.release();
    }
  }

  /** Connects, and returns the answer. */
  MqttConnAckMessage hello(
      MqttVersion version, UnaryOperator<MqttMessageBuilders.ConnectBuilder> more)
      throws IOException {
    send(
        more.apply(
                MqttMessageBuilders.connect()
                    .protocolVersion(version)
                    .clientId("raw")
                    .cleanSession(true)
                    .keepAlive(60))
            .build());
    return (MqttConnAckMessage) receive();
  }

  RawClient hello(MqttVersion version) throws IOException {
    hello(version, connect -> connect);
    return this;
  }

  void publish(String topic, String payload, int qos, int packetId) throws IOException {
    publish(topic, payload, qos, packetId, MqttProperties.NO_PROPERTIES);
  }

  void publish(String topic, String payload, int qos, int packetId, MqttProperties properties)
      throws IOException {
    send(
        new MqttPublishMessage(
            new MqttFixedHeader(MqttMessageType.PUBLISH, false, MqttQoS.valueOf(qos), false, 0),
            new MqttPublishVariableHeader(topic, packetId, properties),
            Unpooled.copiedBuffer(payload, UTF_8)));
  }

  /** PUBACK, PUBREC, PUBREL or PUBCOMP. */
  void reply(MqttMessageType type, int packetId) throws IOException {
    MqttQoS qos = type == MqttMessageType.PUBREL ? MqttQoS.AT_LEAST_ONCE : MqttQoS.AT_MOST_ONCE;
    send(
        new MqttMessage(
            new MqttFixedHeader(type, false, qos, false, 0),
            MqttMessageIdVariableHeader.from(packetId)));
  }

  void disconnect() throws IOException {
    send(
        new MqttMessage(
            new MqttFixedHeader(
                MqttMessageType.DISCONNECT, false, MqttQoS.AT_MOST_ONCE, false, 0)));
  }

  void subscribe(String filter, int qos) throws IOException {
    send(
        MqttMessageBuilders.subscribe()
            .messageId(9)
            .addSubscription(MqttQoS.valueOf(qos), filter)
            .build());
  }

  /** The next packet. */
  MqttMessage receive() throws IOException {
    MqttMessage message = codec.readInbound();
    byte[] bytes = new byte[8_192];
    while (message == null) {
      int length = socket.getInputStream().read(bytes);
      if (length < 0) {
        throw new IOException("The connection is closed.");
      }
      codec.writeInbound(Unpooled.copiedBuffer(bytes, 0, length));
      message = codec.readInbound();
    }
    if (message.decoderResult().isFailure()) {
      throw new IOException(message.decoderResult().cause());
    }
    return message;
  }

  /** The next packet in short: its type, packet id, reason. */
  String answer() throws IOException {
    MqttMessage message = receive();
    String text = message.fixedHeader().messageType().toString();
    if (message instanceof MqttPublishMessage publish) {
      return "%s %s %s qos %d%s"
          .formatted(
              text,
              publish.variableHeader().topicName(),
              publish.payload().toString(UTF_8),
              publish.fixedHeader().qosLevel().value(),
              publish.fixedHeader().isDup() ? " again" : "");
    }
    Object header = message.variableHeader();
    if (header instanceof MqttMessageIdVariableHeader id) {
      text += " " + id.messageId();
    }
    int reason = 0;
    if (header instanceof MqttPubReplyMessageVariableHeader reply) {
      reason = Byte.toUnsignedInt(reply.reasonCode());
    } else if (header instanceof MqttReasonCodeAndPropertiesVariableHeader said) {
      reason = Byte.toUnsignedInt(said.reasonCode());
    }
    return reason == 0
        ? text
        : text + " 0x" + Integer.toHexString(reason).toUpperCase(java.util.Locale.ROOT);
  }

  /** Whether the server closes the connection, whatever it says before. */
  boolean isClosed() throws IOException {
    InputStream in = socket.getInputStream();
    try {
      while (in.read() >= 0) {}
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /** Whether nothing comes for a while. */
  boolean isSilent() throws IOException {
    socket.setSoTimeout(300);
    try {
      return codec.inboundMessages().isEmpty() && socket.getInputStream().read() == -2;
    } catch (SocketTimeoutException e) {
      return true;
    } finally {
      socket.setSoTimeout(PATIENCE_MILLIS);
    }
  }

  /** Breaks the connection without a word. */
  @Override
  public void close() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
    codec.finishAndReleaseAll();
  }
}
