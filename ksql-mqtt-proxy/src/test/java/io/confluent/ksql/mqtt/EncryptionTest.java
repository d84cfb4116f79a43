package io.confluent.ksql.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.mqtt.access.Passwords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who clients are, and how they come. */
class EncryptionTest {
  @TempDir static Path directory;

  private static Certificates certificates;

  @BeforeAll
  static void makeCertificates() throws Exception {
    certificates = new Certificates(directory);
  }

  private static void publish(String uri, MqttConnectOptions options, String topic)
      throws MqttException {
    try (MqttClient client = new MqttClient(uri, "c7", null)) {
      client.setTimeToWait(60_000);
      options.setConnectionTimeout(60);
      client.connect(options);
      client.publish(topic, "1".getBytes(UTF_8), 1, false);
      client.disconnect();
    }
  }

  @Test
  void pagesOfOthersOpenNoWebSocket() throws Exception {
    try (TestProxy proxy =
        TestProxy.start(
            Map.of(
                "ksql.mqtt.listeners",
                "ws://127.0.0.1:0",
                "ksql.mqtt.allowed.origins",
                "http://ours.example"))) {
      assertThat(upgrade(proxy.port(), "http://theirs.example")).startsWith("HTTP/1.1 403");
      assertThat(upgrade(proxy.port(), "http://ours.example")).startsWith("HTTP/1.1 101");
    }
  }

  private static String upgrade(int port, String origin) throws Exception {
    try (java.net.Socket socket = new java.net.Socket("127.0.0.1", port)) {
      socket
          .getOutputStream()
          .write(
              ("GET /mqtt HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n"
                      + "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                      + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: mqtt\r\n"
                      + ("Origin: " + origin + "\r\n\r\n"))
                  .getBytes(UTF_8));
      byte[] answer = new byte[16];
      int length = socket.getInputStream().readNBytes(answer, 0, answer.length);
      return new String(answer, 0, length, UTF_8);
    }
  }

  @Test
  void certificatesSayWhoClientsAre() throws Exception {
    Map<String, String> settings = certificates.settings("tls://127.0.0.1:0");
    settings.put("ksql.mqtt.ssl.client.ca", certificates.file("device.crt"));
    settings.put(
        "ksql.mqtt.acl.file",
        Files.write(directory.resolve("acl"), List.of("user device-7 publish a/temperature"))
            .toString());
    settings.put("ksql.mqtt.record.headers", "user=${user}");
    try (TestProxy proxy = TestProxy.start(settings)) {
      String uri = "ssl://127.0.0.1:" + proxy.port();
      MqttConnectOptions own = new MqttConnectOptions();
      own.setSocketFactory(certificates.socketsOfDevice());
      own.setHttpsHostnameVerificationEnabled(false);
      publish(uri, own, "a/temperature");
      assertThat(proxy.kafka.records().get(0).headers().lastHeader("user").value())
          .asString(UTF_8)
          .isEqualTo("device-7");
      assertThatThrownBy(() -> publish(uri, own, "b/temperature"))
          .isInstanceOf(MqttException.class);

      MqttConnectOptions none = new MqttConnectOptions();
      none.setSocketFactory(certificates.sockets());
      none.setHttpsHostnameVerificationEnabled(false);
      assertThatThrownBy(() -> publish(uri, none, "a/temperature"))
          .isInstanceOf(MqttException.class);
      assertThat(proxy.values()).hasSize(1);
    }
  }

  @Test
  void passwordsSayWhoClientsAre() throws Exception {
    Path passwords =
        Files.write(
            directory.resolve("passwords"), List.of(Passwords.line("ann", "s3".toCharArray())));
    try (TestProxy proxy =
        TestProxy.start(Map.of("ksql.mqtt.password.file", passwords.toString()))) {
      MqttConnectOptions right = new MqttConnectOptions();
      right.setUserName("ann");
      right.setPassword("s3".toCharArray());
      publish(proxy.uri(), right, "temperature");

      MqttConnectOptions wrong = new MqttConnectOptions();
      wrong.setUserName("ann");
      wrong.setPassword("s4".toCharArray());
      assertThatThrownBy(() -> publish(proxy.uri(), wrong, "temperature"))
          .isInstanceOfSatisfying(
              MqttException.class,
              e ->
                  assertThat(e.getReasonCode())
                      .isEqualTo((int) MqttException.REASON_CODE_FAILED_AUTHENTICATION));
      assertThatThrownBy(() -> publish(proxy.uri(), new MqttConnectOptions(), "temperature"))
          .isInstanceOf(MqttException.class);
      assertThat(proxy.values()).hasSize(1);
    }
  }
}
