package io.confluent.ksql.mqtt.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The decoder alone, and with the shortcut before it, must read the same. */
class PublishShortcutTest {
  private static final int MAX_PACKET = 300;
  private static final int STREAMS = 300;
  private static final String[] TOPICS = {"t", "car/engine/temperature", "grüße/ß"};

  private final List<String> read = new ArrayList<>();
  private int quick;

  @ParameterizedTest
  @EnumSource(MqttVersion.class)
  void readsWhatTheDecoderReads(MqttVersion version) {
    for (int seed = 0; seed < STREAMS; seed++) {
      Random random = new Random(seed);
      ByteBuf stream = stream(version, random);
      int cut = random.nextInt(1, 400);

      List<String> expected = read(stream, new Random(seed), cut, false);
      assertThat(read(stream, new Random(seed), cut, true)).as("seed %d", seed).isEqualTo(expected);
      stream.release();
    }
    assertThat(quick).isGreaterThan(STREAMS);
  }

  private ByteBuf stream(MqttVersion version, Random random) {
    // The encoder learns the version from what a decoder has read.
    EmbeddedChannel both = new EmbeddedChannel(MqttEncoder.INSTANCE, new MqttDecoder(10_000));
    ByteBuf connect = connect(version);
    both.writeInbound(connect.retainedDuplicate());
    ByteBuf all = Unpooled.buffer().writeBytes(connect);
    connect.release();
    int packets = random.nextInt(30);
    for (int i = 0; i < packets; i++) {
      both.writeOutbound(packet(version, random));
      for (ByteBuf out = both.readOutbound(); out != null; out = both.readOutbound()) {
        all.writeBytes(out);
        out.release();
      }
    }
    if (random.nextInt(4) == 0) {
      // Anything, also a length that is none.
      byte[] noise = new byte[random.nextInt(20)];
      random.nextBytes(noise);
      all.writeBytes(noise);
    }
    both.finishAndReleaseAll();
    return all;
  }

  private static ByteBuf connect(MqttVersion version) {
    EmbeddedChannel encoder = new EmbeddedChannel(MqttEncoder.INSTANCE);
    encoder.writeOutbound(
        MqttMessageBuilders.connect().protocolVersion(version).clientId("d").build());
    ByteBuf all = Unpooled.buffer();
    for (ByteBuf out = encoder.readOutbound(); out != null; out = encoder.readOutbound()) {
      all.writeBytes(out);
      out.release();
    }
    return all;
  }

  private static MqttMessage packet(MqttVersion version, Random random) {
    if (random.nextInt(8) == 0) {
      return Packets.pingResp();
    }
    byte[] payload = new byte[random.nextInt(random.nextInt(40) == 0 ? MAX_PACKET + 20 : 40)];
    random.nextBytes(payload);
    MqttProperties properties = new MqttProperties();
    if (version == MqttVersion.MQTT_5 && random.nextInt(5) == 0) {
      properties.add(new MqttProperties.UserProperty("unit", "C"));
    }
    return MqttMessageBuilders.publish()
        .topicName(TOPICS[random.nextInt(8) == 0 ? random.nextInt(TOPICS.length) : 0])
        .qos(MqttQoS.valueOf(random.nextInt(3)))
        .messageId(random.nextInt(1, 0x10000))
        .retained(random.nextInt(10) == 0)
        .properties(properties)
        .payload(Unpooled.wrappedBuffer(payload))
        .build();
  }

  private List<String> read(ByteBuf stream, Random random, int cut, boolean withShortcut) {
    read.clear();
    PublishShortcut shortcut = new PublishShortcut(MAX_PACKET);
    EmbeddedChannel channel =
        new EmbeddedChannel(new MqttDecoder(MAX_PACKET, 100), new Collector(shortcut));
    if (withShortcut) {
      channel.pipeline().addFirst(shortcut);
    }
    for (int at = 0; at < stream.readableBytes(); ) {
      int length = Math.min(random.nextInt(1, cut + 1), stream.readableBytes() - at);
      channel.writeInbound(stream.retainedSlice(at, length));
      at += length;
    }
    channel.finishAndReleaseAll();
    return List.copyOf(read);
  }

  /** Writes down what comes, and expects more of it, as a conversation does. */
  private final class Collector extends ChannelInboundHandlerAdapter {
    private final PublishShortcut shortcut;
    private boolean five;
    private boolean failed;

    Collector(PublishShortcut shortcut) {
      this.shortcut = shortcut;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (failed) {
        // A connection is closed then.
      } else if (message instanceof RepeatedPublish publish) {
        quick++;
        note(publish.topic(), publish.qos(), publish.packetId(), false, publish.payload(), 0);
      } else if (message instanceof MqttMessage other && other.decoderResult().isFailure()) {
        failed = true;
        read.add("failed");
      } else if (message instanceof MqttPublishMessage publish) {
        publish(publish);
      } else if (message instanceof MqttConnectMessage connect) {
        five = connect.variableHeader().version() == MqttVersion.MQTT_5.protocolLevel();
      } else {
        read.add(((MqttMessage) message).fixedHeader().messageType().name());
      }
      ReferenceCountUtil.release(message);
    }

    private void publish(MqttPublishMessage publish) {
      String topic = publish.variableHeader().topicName();
      int qos = publish.fixedHeader().qosLevel().value();
      note(
          topic,
          qos,
          qos == 0 ? 0 : publish.variableHeader().packetId(),
          publish.fixedHeader().isRetain(),
          ByteBufUtil.getBytes(publish.payload()),
          publish.variableHeader().properties().listAll().size());
      shortcut.expect(topic, five);
    }

    private void note(
        String topic, int qos, int packetId, boolean retain, byte[] payload, int properties) {
      read.add(
          "%s %d %d %s %s %d"
              .formatted(topic, qos, packetId, retain, Arrays.toString(payload), properties));
    }
  }
}
