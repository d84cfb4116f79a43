package io.confluent.ksql.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.PooledByteBufAllocator;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What clients may not do. */
class LimitsTest {
  @Test
  void halfOpenConnectionsDoNotStopOthersAndAreClosed() throws Exception {
    try (TestProxy proxy = TestProxy.start(Map.of("ksql.mqtt.connect.timeout.ms", "6000"))) {
      List<Socket> slow = new ArrayList<>();
      for (int i = 0; i < 1_000; i++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        slow.add(socket);
        // The beginning of a CONNECT.
        socket.getOutputStream().write(new byte[] {0x10, 0x7f, 0, 4, 'M'});
      }
      try (RawClient client = proxy.connect().hello(MqttVersion.MQTT_3_1_1)) {
        client.publish("temperature", "1", 1, 1);
        assertThat(client.answer()).isEqualTo("PUBACK 1");
        // Still there; some of them may not have been registered yet.
        assertThat(proxy.proxy.counts().connections()).isGreaterThan(500);
        await().atMost(Duration.ofSeconds(30)).until(() -> proxy.proxy.counts().connections() == 1);
        client.publish("temperature", "2", 1, 2);
        assertThat(client.answer()).isEqualTo("PUBACK 2");
      }
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void longPacketsThatNeverEndDoNotFillMemory() throws Exception {
    List<RawClient> slow = new ArrayList<>();
    try (TestProxy proxy = TestProxy.start(fourLongPackets())) {
      long before = PooledByteBufAllocator.DEFAULT.metric().usedDirectMemory();
      beginLongPackets(proxy, 200, slow);
      try (RawClient client = proxy.connect().hello(MqttVersion.MQTT_3_1_1)) {
        client.publish("temperature", "1", 1, 1);
        assertThat(client.answer()).isEqualTo("PUBACK 1");
      }
      // 60,000,000 bytes have been sent.
      assertThat(PooledByteBufAllocator.DEFAULT.metric().usedDirectMemory() - before)
          .isLessThan(30_000_000);
    } finally {
      closeAll(slow);
    }
  }

  @Test
  void longPacketsThatStopDoNotStopThoseThatGoOn() throws Exception {
    List<RawClient> slow = new ArrayList<>();
    try (TestProxy proxy = TestProxy.start(fourLongPackets())) {
      beginLongPackets(proxy, 8, slow);
      try (RawClient client = proxy.connect().hello(MqttVersion.MQTT_3_1_1)) {
        client.publish("temperature", "x".repeat(900_000), 1, 2);
        assertThat(client.answer()).isEqualTo("PUBACK 2");
      }
    } finally {
      closeAll(slow);
    }
  }

  private static Map<String, String> fourLongPackets() {
    return Map.of("ksql.mqtt.buffer.bytes", "4000000", "ksql.mqtt.packet.max.bytes", "1000000");
  }

  private static void beginLongPackets(TestProxy proxy, int count, List<RawClient> begun)
      throws IOException {
    for (int i = 0; i < count; i++) {
      String id = "slow-" + i;
      RawClient client = proxy.connect();
      begun.add(client);
      client.hello(MqttVersion.MQTT_3_1_1, connect -> connect.clientId(id));
      client.beginPublish("temperature", 900_000, 300_000);
    }
  }

  private static void closeAll(List<RawClient> clients) throws IOException {
    for (RawClient client : clients) {
      client.close();
    }
  }

  @Test
  void closesOnWhoDoesNotReadAnswers() throws Exception {
    try (TestProxy proxy = TestProxy.start(Map.of("ksql.mqtt.packet.max.bytes", "1000"));
        RawClient client = proxy.connect().hello(MqttVersion.MQTT_3_1_1)) {
      byte[] pings = new byte[64 * 1024];
      for (int i = 0; i < pings.length; i += 2) {
        pings[i] = (byte) 0xC0;
      }
      assertThatThrownBy(
              () -> {
                while (true) {
                  client.send(pings);
                }
              })
          .isInstanceOf(IOException.class);
      await().until(() -> proxy.proxy.counts().connections() == 0);
    }
  }

  @Test
  void readsNoMoreWhileKafkaIsSlow() throws Exception {
    try (TestProxy proxy = TestProxy.start(Map.of("ksql.mqtt.client.inflight.max", "10"));
        RawClient client = proxy.connect().hello(MqttVersion.MQTT_3_1_1)) {
      proxy.kafka.hold();
      String payload = "x".repeat(20_000);
      Thread sender =
          new Thread(
              () -> {
                try {
                  for (int i = 1; i <= 2_000; i++) {
                    client.publish("temperature", payload, 1, i);
                  }
                } catch (Exception e) {
                  // The test is over.
                }
              });
      sender.start();
      await().until(() -> proxy.kafka.held() > 10);
      Thread.sleep(500);
      // A few more were read together with the last one that it may have.
      assertThat(proxy.kafka.held()).isLessThan(30);
      assertThat(sender.isAlive()).isTrue();

      for (int i = 0; i < 2_000; i++) {
        while (proxy.kafka.held() <= i) {
          Thread.sleep(1);
        }
        proxy.kafka.release(i);
      }
      for (int i = 1; i <= 2_000; i++) {
        assertThat(client.answer()).isEqualTo("PUBACK " + i);
      }
    }
  }

  @Test
  void readsNoMoreWhileTheSinkIsFull() throws Exception {
    try (TestProxy proxy = TestProxy.start();
        RawClient client = proxy.connect().hello(MqttVersion.MQTT_3_1_1)) {
      proxy.kafka.fill(true);
      client.publish("temperature", "1", 1, 1);
      assertThat(client.answer()).isEqualTo("PUBACK 1");
      client.publish("temperature", "2", 1, 2);
      assertThat(client.isSilent()).isTrue();

      proxy.kafka.fill(false);

      assertThat(client.answer()).isEqualTo("PUBACK 2");
    }
  }

  @Test
  void readsOneClientNoFasterThanItMay() throws Exception {
    try (TestProxy proxy = TestProxy.start(Map.of("ksql.mqtt.client.rate.max", "100"));
        RawClient client = proxy.connect().hello(MqttVersion.MQTT_3_1_1)) {
      long start = System.nanoTime();
      for (int i = 1; i <= 250; i++) {
        client.publish("temperature", "" + i, 1, i);
      }
      for (int i = 1; i <= 250; i++) {
        assertThat(client.answer()).isEqualTo("PUBACK " + i);
        if (i == 100) {
          // The messages of one second come at once.
          start = System.nanoTime();
        }
      }
      client.publish("temperature", "last", 1, 251);
      assertThat(client.answer()).isEqualTo("PUBACK 251");
      assertThat((System.nanoTime() - start) / 1_000_000).isGreaterThan(1_000);
    }
  }

  @Test
  void closesOnPacketsThatAreTooLong() throws Exception {
    try (TestProxy proxy = TestProxy.start(Map.of("ksql.mqtt.packet.max.bytes", "1000"));
        RawClient three = proxy.connect().hello(MqttVersion.MQTT_3_1_1);
        RawClient five = proxy.connect()) {
      three.publish("temperature", "x".repeat(900), 1, 1);
      assertThat(three.answer()).isEqualTo("PUBACK 1");
      three.publish("temperature", "x".repeat(1_001), 1, 2);
      assertThat(three.isClosed()).isTrue();

      five.hello(MqttVersion.MQTT_5, connect -> connect.clientId("five"));
      five.publish("temperature", "x".repeat(1_001), 1, 2);
      assertThat(five.answer()).isEqualTo("DISCONNECT 0x95");
      assertThat(five.isClosed()).isTrue();
      assertThat(proxy.values()).hasSize(1);
    }
  }

  @Test
  void closesOnSilence() throws Exception {
    try (TestProxy proxy = TestProxy.start();
        RawClient client = proxy.connect()) {
      client.hello(MqttVersion.MQTT_5, connect -> connect.keepAlive(1));

      assertThat(client.answer()).isEqualTo("DISCONNECT 0x8D");
      assertThat(client.isClosed()).isTrue();
    }
  }

  @Test
  void closesOnOneConnectionTooMany() throws Exception {
    try (TestProxy proxy = TestProxy.start(Map.of("ksql.mqtt.connections.max", "1"));
        RawClient first = proxy.connect().hello(MqttVersion.MQTT_3_1_1)) {
      try (RawClient second = proxy.connect()) {
        assertThat(second.isClosed()).isTrue();
      }
      first.publish("temperature", "1", 1, 1);
      assertThat(first.answer()).isEqualTo("PUBACK 1");
    }
  }

  @Test
  void refusesIdentifiersItCannotKeep() throws Exception {
    try (TestProxy proxy = TestProxy.start();
        RawClient client = proxy.connect()) {
      var answer =
          client.hello(MqttVersion.MQTT_3_1_1, connect -> connect.clientId("").cleanSession(false));

      assertThat(answer.variableHeader().connectReturnCode())
          .isEqualTo(MqttConnectReturnCode.CONNECTION_REFUSED_IDENTIFIER_REJECTED);
      assertThat(client.isClosed()).isTrue();
    }
  }

  @Test
  void refusesAnUnknownVersion() throws Exception {
    try (TestProxy proxy = TestProxy.start();
        RawClient client = proxy.connect()) {
      client.bytes(0x10, 12, 0, 4, 'M', 'Q', 'T', 'T', 9, 2, 0, 60, 0, 0);

      assertThat(client.answer()).isEqualTo("CONNACK");
      assertThat(client.isClosed()).isTrue();
    }
  }

  @Test
  void listensToThisMachineOnlyUnlessItIsTold() {
    assertThatThrownBy(() -> TestProxy.start(Map.of("ksql.mqtt.listeners", "0.0.0.0:0")))
        .hasMessageContaining("other machines");
    try (TestProxy proxy =
        TestProxy.start(
            Map.of("ksql.mqtt.listeners", "0.0.0.0:0", "ksql.mqtt.insecure.listen", "true"))) {
      assertThat(proxy.port()).isPositive();
    }
  }

  @Test
  void saysWhatIsMissing() {
    assertThatThrownBy(() -> TestProxy.start(Map.of("topic.regex.list", "")))
        .hasMessageContaining("topic.regex.list");
    assertThatThrownBy(() -> TestProxy.start(Map.of("ksql.mqtt.listeners", "tls://127.0.0.1:0")))
        .hasMessageContaining("ssl.certificate");
    assertThatThrownBy(() -> TestProxy.start(Map.of("ksql.mqtt.listeners", "udp://127.0.0.1:0")))
        .hasMessageContaining("udp");
  }

  @Test
  void ownFilesNeedNoPrefix() {
    assertThat(MqttSettings.ofOwnFile(Map.of("listeners", "a", "acks", "1")))
        .isEqualTo(Map.of("ksql.mqtt.listeners", "a", "acks", "1"));
  }
}
