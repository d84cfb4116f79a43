package io.confluent.ksql.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * Anything on the port: its connection is closed, and nothing else happens. {@code ksql.fuzz.count}
 * makes it more, {@code ksql.fuzz.seed} other bytes; a failure prints the input.
 */
class FuzzTest {
  private static final int COUNT = Integer.getInteger("ksql.fuzz.count", 4_000);
  private static final long SEED = Long.getLong("ksql.fuzz.seed", 20260101L);
  private static final int THREADS = 8;

  /** Short, so that the server is what is waited for. */
  private static final int PATIENCE_MILLIS = 20_000;

  @Test
  void closesConnectionsAndNothingElse() throws Exception {
    try (TestProxy proxy =
            TestProxy.start(Map.of("topic.regex.list", "t:one/topic/that/no/change/leaves"));
        RawClient witness = proxy.connect().hello(MqttVersion.MQTT_5)) {
      int threadsBefore = Thread.activeCount();
      ExecutorService threads = Executors.newFixedThreadPool(THREADS);
      List<Future<?>> work = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int worker = i;
        work.add(threads.submit(() -> fuzz(proxy.port(), worker)));
      }
      for (Future<?> one : work) {
        one.get();
      }
      threads.shutdown();

      await().until(() -> proxy.proxy.counts().connections() == 1);
      assertThat(proxy.values()).isEmpty();
      assertThat(Thread.activeCount()).isLessThan(threadsBefore + THREADS + 10);
      witness.publish("one/topic/that/no/change/leaves", "1", 1, 1);
      assertThat(witness.answer()).isEqualTo("PUBACK 1");
      System.out.printf("%,d inputs, %s%n", COUNT, proxy.proxy.counts());
    }
  }

  private static Void fuzz(int port, int worker) throws IOException {
    Random random = new Random(SEED + worker);
    List<byte[]> conversations = conversations();
    for (int i = worker; i < COUNT; i += THREADS) {
      byte[] input =
          random.nextInt(4) == 0
              ? noise(random)
              : changed(conversations.get(random.nextInt(conversations.size())), random);
      if (!isClosed(port, input)) {
        throw new AssertionError("Not closed: " + ByteBufUtil.hexDump(input));
      }
    }
    return null;
  }

  /** Sends it, says that nothing more comes, and reads until the end. */
  private static boolean isClosed(int port, byte[] input) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      // No port of this machine stays behind.
      socket.setSoLinger(true, 0);
      try {
        socket.getOutputStream().write(input);
        socket.shutdownOutput();
        while (socket.getInputStream().read() >= 0) {}
      } catch (java.net.SocketTimeoutException e) {
        return false;
      } catch (IOException e) {
        // Closed in the middle of it.
      }
      return true;
    }
  }

  private static byte[] noise(Random random) {
    byte[] bytes = new byte[random.nextInt(200)];
    random.nextBytes(bytes);
    if (bytes.length > 0 && random.nextBoolean()) {
      bytes[0] = 0x10;
    }
    return bytes;
  }

  private static byte[] changed(byte[] bytes, Random random) {
    byte[] changed = bytes.clone();
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      changed[random.nextInt(changed.length)] = (byte) random.nextInt();
    }
    int length = random.nextInt(4) == 0 ? random.nextInt(changed.length) : changed.length;
    return java.util.Arrays.copyOf(changed, length);
  }

  /** What clients say, each packet after a CONNECT of each version. */
  private static List<byte[]> conversations() {
    List<byte[]> all = new ArrayList<>();
    for (MqttVersion version : MqttVersion.values()) {
      List<MqttMessage> packets =
          List.of(
              MqttMessageBuilders.publish()
                  .topicName("some/other/topic")
                  .qos(MqttQoS.AT_LEAST_ONCE)
                  .messageId(7)
                  .payload(Unpooled.copiedBuffer("payload", UTF_8))
                  .build(),
              MqttMessageBuilders.subscribe()
                  .messageId(8)
                  .addSubscription(MqttQoS.EXACTLY_ONCE, "some/+/topic/#")
                  .build(),
              MqttMessageBuilders.unsubscribe().messageId(9).addTopicFilter("some/#").build(),
              MqttMessageBuilders.pubAck().packetId(10).build(),
              MqttMessage.PINGREQ);
      for (MqttMessage packet : packets) {
        EmbeddedChannel encoder = new EmbeddedChannel(MqttEncoder.INSTANCE);
        encoder.writeOutbound(
            MqttMessageBuilders.connect()
                .protocolVersion(version)
                .clientId("fuzz")
                .cleanSession(true)
                .keepAlive(10)
                // A will that leads nowhere is refused, and nothing behind it is read.
                .willFlag(packet == MqttMessage.PINGREQ)
                .willTopic("some/will")
                .willMessage(new byte[] {1, 2})
                .hasUser(true)
                .username("user")
                .hasPassword(true)
                .password(new byte[] {3})
                .build(),
            packet,
            MqttMessage.PINGREQ);
        all.add(bytes(encoder));
      }
    }
    return all;
  }

  private static byte[] bytes(EmbeddedChannel encoder) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (ByteBuf out = encoder.readOutbound(); out != null; out = encoder.readOutbound()) {
      bytes.writeBytes(ByteBufUtil.getBytes(out));
      out.release();
    }
    return bytes.toByteArray();
  }
}
